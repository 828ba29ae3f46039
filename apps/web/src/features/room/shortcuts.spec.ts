import { describe, expect, it } from '@jest/globals';
import { CALL_KEYS, keyName, shortcutOf as read } from './shortcuts';
import type { KeyPress } from './shortcuts';

const tools = [{ id: 'chat', shortcut: 'KeyC' }];
const shortcutOf = (pressed: KeyPress) => read(pressed, tools);

const press = (change: Partial<KeyPress>): KeyPress => ({
  code: 'KeyM',
  key: 'm',
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  repeat: false,
  isComposing: false,
  target: { tagName: 'BODY' },
  ...change,
});

describe('shortcuts of the room', () => {
  it.each([
    ['KeyM', 'm', 'microphone'],
    ['KeyV', 'v', 'camera'],
    ['KeyS', 's', 'share'],
    ['KeyF', 'f', 'full-screen'],
    ['KeyP', 'p', 'picture-in-picture'],
    ['KeyQ', 'q', 'details'],
    ['Slash', '?', 'list'],
  ])('reads %s as %s', (code, key, expected) => {
    expect(shortcutOf(press({ code, key }))).toBe(expected);
  });

  it('reads a tool’s key as the tool', () => {
    expect(shortcutOf(press({ code: 'KeyC', key: 'ㅊ' }))).toEqual({ tool: 'chat' });
    expect(shortcutOf(press({ code: 'KeyX', key: 'x' }))).toBeNull();
  });

  it('names keys by what is printed on them', () => {
    expect(Object.keys(CALL_KEYS).map(keyName).join('')).toBe('MVSFPQ');
  });

  it('works while the Korean input method is on but nothing is being composed', () => {
    expect(shortcutOf(press({ code: 'KeyM', key: 'ㅡ' }))).toBe('microphone');
  });

  it('stays out of a syllable that is being composed', () => {
    expect(shortcutOf(press({ isComposing: true }))).toBeNull();
    expect(shortcutOf(press({ key: 'Process' }))).toBeNull();
  });

  it.each([
    { tagName: 'TEXTAREA' },
    { tagName: 'INPUT', type: 'text' },
    { tagName: 'INPUT' },
    { tagName: 'DIV', isContentEditable: true },
  ])('never fires while typing in %j', (target) => {
    expect(shortcutOf(press({ target }))).toBeNull();
  });

  it('fires on a button or a check box', () => {
    expect(shortcutOf(press({ target: { tagName: 'BUTTON' } }))).toBe('microphone');
    expect(shortcutOf(press({ target: { tagName: 'INPUT', type: 'checkbox' } }))).toBe('microphone');
  });

  it('leaves the browser its own combinations and held keys', () => {
    expect(shortcutOf(press({ code: 'KeyC', ctrlKey: true }))).toBeNull();
    expect(shortcutOf(press({ metaKey: true }))).toBeNull();
    expect(shortcutOf(press({ repeat: true }))).toBeNull();
  });
});
