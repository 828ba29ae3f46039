import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { MAX_CONTROL_BYTES, parseControlMessage, type ControlMessage } from './control-message';

describe('the control message', () => {
  it.each<ControlMessage>([
    { type: 'media', microphone: true, camera: false, screen: false },
    { type: 'media', microphone: false, camera: true, screen: true },
    { type: 'reveal', nonce: 'a'.repeat(43) },
  ])('is read as it was written: %p', (message) => {
    const text = JSON.stringify(message);
    expect(text.length).toBeLessThan(MAX_CONTROL_BYTES);
    expect(parseControlMessage(text)).toEqual(message);
  });

  it.each([
    '',
    'null',
    '7',
    '"media"',
    '[]',
    '{}',
    '{"type":"media"}',
    '{"type":"reveal"}',
    '{"type":"reveal","nonce":7}',
    '{"type":"reveal","nonce":"a","more":1}',
    '{"type":"media","microphone":1,"camera":true,"screen":true}',
    '{"type":"media","microphone":true,"camera":true}',
    '{"type":"other","microphone":true,"camera":true,"screen":true}',
    '{"type":"media","microphone":true,"camera":true,"screen":true,"more":1}',
    '{"type":"media","microphone":true,"camera":true,"screen":true,"__proto__":{}}',
    '{"type":"media","microphone":true,"camera":true,"__proto__":{"screen":true}}',
    '['.repeat(1_000),
  ])('refuses %p', (text) => {
    expect(parseControlMessage(text)).toBeUndefined();
  });

  it('never throws, whatever comes', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        expect(() => parseControlMessage(text)).not.toThrow();
      }),
    );
  });
});
