/** What a key does in the room. */
export type RoomShortcut = 'microphone' | 'camera' | 'chat' | 'list';

/** The part of a `KeyboardEvent` the decision needs. */
export interface KeyPress {
  readonly code: string;
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly repeat: boolean;
  readonly isComposing: boolean;
  readonly target: unknown;
}

const BY_CODE: Readonly<Record<string, RoomShortcut>> = {
  KeyM: 'microphone',
  KeyV: 'camera',
  KeyC: 'chat',
};

/**
 * Letters are read by their place on the keyboard (`code`): with the Korean input method on, `key` of M is `ㅡ`, and
 * Chromium reports `Process` while a syllable is being composed. `?` is read by `key`, for its place differs by layout.
 */
export function shortcutOf(press: KeyPress): RoomShortcut | null {
  if (press.ctrlKey || press.metaKey || press.altKey || press.repeat || press.isComposing) return null;
  if (press.key === 'Process' || isTypingPlace(press.target)) return null;
  if (press.key === '?') return 'list';
  return BY_CODE[press.code] ?? null;
}

const NOT_TYPING_INPUTS = new Set(['button', 'checkbox', 'radio', 'range', 'submit', 'reset', 'color', 'file']);

function isTypingPlace(target: unknown): boolean {
  if (typeof target !== 'object' || target === null) return false;
  const { tagName, type, isContentEditable } = target as {
    tagName?: string;
    type?: string;
    isContentEditable?: boolean;
  };
  if (isContentEditable) return true;
  if (tagName === 'TEXTAREA' || tagName === 'SELECT') return true;
  return tagName === 'INPUT' && !NOT_TYPING_INPUTS.has(type ?? 'text');
}
