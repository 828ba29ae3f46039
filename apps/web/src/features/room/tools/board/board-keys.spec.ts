import { describe, expect, it } from '@jest/globals';
import { isKeptFromExcalidraw } from './board-keys';

const press = (code: string, change: Partial<Parameters<typeof isKeptFromExcalidraw>[0]> = {}) => ({
  code,
  key: code.replace(/^Key|^Digit/u, '').toLowerCase(),
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...change,
});

describe('a key on the board', () => {
  it.each([
    ['help', press('Slash', { key: '?', shiftKey: true })],
    ['the library', press('Digit0')],
    ['opening a file', press('KeyO', { ctrlKey: true })],
    ['saving a file', press('KeyS', { metaKey: true })],
    ['its search', press('KeyF', { ctrlKey: true })],
    ['its export', press('KeyE', { ctrlKey: true, shiftKey: true })],
    ['all commands', press('KeyP', { ctrlKey: true, shiftKey: true })],
    ['a view without tools', press('KeyR', { altKey: true })],
  ])('does not open %s', (_what, key) => {
    expect(isKeptFromExcalidraw(key)).toBe(true);
  });

  it.each([
    ['a tool', press('KeyV')],
    ['a tool by its number', press('Digit7')],
    ['undo', press('KeyZ', { ctrlKey: true })],
    ['redo', press('KeyZ', { ctrlKey: true, shiftKey: true })],
    ['copying', press('KeyC', { ctrlKey: true })],
    ['a line with Control and E', press('KeyE')],
    ['leaving what one does', press('Escape', { key: 'Escape' })],
  ])('still is %s', (_what, key) => {
    expect(isKeptFromExcalidraw(key)).toBe(false);
  });
});
