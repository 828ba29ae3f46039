import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { encodeMediaMessage, MAX_CONTROL_BYTES, parseMediaMessage } from './control-message';

describe('the control message', () => {
  it('is read as it was written', () => {
    for (const microphone of [true, false]) {
      for (const camera of [true, false]) {
        const text = encodeMediaMessage({ microphone, camera });
        expect(text.length).toBeLessThan(MAX_CONTROL_BYTES);
        expect(parseMediaMessage(text)).toEqual({ microphone, camera });
      }
    }
  });

  it.each([
    '',
    'null',
    '7',
    '"media"',
    '[]',
    '{}',
    '{"type":"media"}',
    '{"type":"media","microphone":1,"camera":true}',
    '{"type":"media","microphone":true}',
    '{"type":"other","microphone":true,"camera":true}',
    '{"type":"media","microphone":true,"camera":true,"more":1}',
    '{"type":"media","microphone":true,"camera":true,"__proto__":{}}',
    '{"type":"media","microphone":true,"__proto__":{"camera":true}}',
    '['.repeat(1_000),
  ])('refuses %p', (text) => {
    expect(parseMediaMessage(text)).toBeUndefined();
  });

  it('never throws, whatever comes', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        expect(() => parseMediaMessage(text)).not.toThrow();
      }),
    );
  });
});
