/** What a key does in the room, whatever tools there are. */
export type CallShortcut =
  'microphone' | 'camera' | 'share' | 'full-screen' | 'picture-in-picture' | 'details' | 'list';

/** The same, or the tool that it opens and closes. */
export type RoomShortcut = CallShortcut | { readonly tool: string };

/** What is known of a tool here. */
interface ToolKey {
  readonly id: string;
  /** `KeyboardEvent.code` */
  readonly shortcut: string;
}

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

/** In the order of the list that `?` shows. */
export const CALL_KEYS: Readonly<Record<string, Exclude<CallShortcut, 'list'>>> = {
  KeyM: 'microphone',
  KeyV: 'camera',
  KeyS: 'share',
  KeyF: 'full-screen',
  KeyP: 'picture-in-picture',
  KeyQ: 'details',
};

/** What is printed on the key, as far as that is the same everywhere. */
export const keyName = (code: string): string => code.replace('Key', '');

/**
 * Letters are read by their place on the keyboard (`code`): with the Korean input method on, `key` of M is `ㅡ`, and
 * Chromium reports `Process` while a syllable is being composed. `?` is read by `key`, for its place differs by layout.
 */
export function shortcutOf(press: KeyPress, tools: readonly ToolKey[]): RoomShortcut | null {
  if (press.ctrlKey || press.metaKey || press.altKey || press.repeat || press.isComposing) return null;
  if (press.key === 'Process' || isTypingPlace(press.target)) return null;
  if (press.key === '?') return 'list';
  const tool = tools.find(({ shortcut }) => shortcut === press.code);
  return CALL_KEYS[press.code] ?? (tool ? { tool: tool.id } : null);
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
