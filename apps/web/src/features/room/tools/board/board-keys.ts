/** The part of a `KeyboardEvent` the decision needs. */
interface KeyPress {
  readonly key: string;
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

/** With Control: open, save, search, print's hint, all commands. */
const WITH_CONTROL = new Set(['KeyO', 'KeyS', 'KeyF', 'KeyP', 'Slash']);
/** With Control and Shift: export, all commands. */
const WITH_CONTROL_AND_SHIFT = new Set(['KeyE', 'KeyP']);

/** Whether the key would open something of Excalidraw's own that this board has not: help, files, library, commands. */
export function isKeptFromExcalidraw({ key, code, ctrlKey, metaKey, altKey, shiftKey }: KeyPress): boolean {
  if (ctrlKey || metaKey) return WITH_CONTROL.has(code) || (shiftKey && WITH_CONTROL_AND_SHIFT.has(code));
  // With Alt: no menus (zen mode), nothing but looking (view mode), numbers.
  if (altKey) return code === 'KeyZ' || code === 'KeyR' || code === 'Slash';
  return key === '?' || key === '0';
}
