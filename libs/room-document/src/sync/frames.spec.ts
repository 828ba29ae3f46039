import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  MAX_FRAME_BYTES,
  MAX_STATE_VECTOR_BYTES,
  MessageAssembler,
  splitMessage,
  type Message,
  type MessageKind,
} from './frames';

const PIECE = MAX_FRAME_BYTES - 1;
const assembler = (maxUpdateBytes = 1_000_000): MessageAssembler => new MessageAssembler({ maxUpdateBytes });
const frame = (...bytes: number[]): ArrayBuffer => Uint8Array.from(bytes).buffer;
const full = (first: number, bytes = MAX_FRAME_BYTES): ArrayBuffer => {
  const whole = new Uint8Array(bytes);
  whole[0] = first;
  return whole.buffer;
};
/** Another byte at every place of every message. */
const byteAt = (message: number, place: number): number => (31 * message + 7 * place + (place >> 8)) & 0xff;

describe('Messages in frames', () => {
  it('arrive as they were sent, whatever their length', () => {
    const size = fc.oneof(fc.nat(300), fc.integer({ min: PIECE - 2, max: PIECE + 2 }), fc.nat(3 * PIECE));
    const kind = fc.constantFrom<MessageKind>('hello', 'update', 'welcome');
    fc.assert(
      fc.property(fc.array(fc.tuple(kind, size), { maxLength: 6 }), (messages) => {
        const receiver = assembler();
        const got: Message[] = [];
        for (const [at, [one, bytes]] of messages.entries()) {
          for (const sent of splitMessage(
            one,
            Uint8Array.from({ length: bytes }, (_, place) => byteAt(at, place)),
          )) {
            expect(sent.byteLength).toBeLessThanOrEqual(MAX_FRAME_BYTES);
            const message = receiver.take(sent.buffer);
            if (typeof message === 'object') got.push(message);
          }
        }
        expect(got.map((message) => [message.kind, message.content.byteLength])).toEqual(messages);
        expect(got.every(({ content }, at) => content.every((byte, place) => byte === byteAt(at, place)))).toBe(true);
      }),
    );
  });

  it('use as few frames as fit, one at least', () => {
    const counts = [0, 1, PIECE, PIECE + 1, 3 * PIECE].map(
      (bytes) => splitMessage('update', new Uint8Array(bytes)).length,
    );
    expect(counts).toEqual([1, 1, 1, 2, 3]);
  });

  it('are refused when a frame is a text, empty, too long, of an unknown kind or not full though more follows', () => {
    const hostile = [
      'text',
      '',
      frame(),
      full(2, MAX_FRAME_BYTES + 1),
      frame(0),
      frame(4, 1),
      frame(0x7f),
      frame(0x82, 1),
    ];
    expect(hostile.map((one) => assembler().take(one))).toEqual(hostile.map(() => 'frame-invalid'));
  });

  it('are refused when another begins before one has ended', () => {
    const receiver = assembler();
    expect(receiver.take(full(0x82))).toBeUndefined();
    expect(receiver.take(frame(1, 0))).toBe('frame-invalid');
  });

  it('are refused as soon as they are longer than allowed', () => {
    const receiver = assembler(2 * PIECE + 5);
    expect([full(0x82), full(0x82), frame(2, 1, 2, 3, 4, 5, 6)].map((one) => receiver.take(one))).toEqual([
      undefined,
      undefined,
      'too-large',
    ]);
    const vectors = assembler(10 * MAX_STATE_VECTOR_BYTES);
    const pieces = Array.from({ length: 5 }, () => vectors.take(full(0x81)));
    expect(pieces).toEqual([undefined, undefined, undefined, undefined, 'too-large']);
  });

  it('never throw, whatever comes', () => {
    const bytes = fc.oneof(fc.uint8Array({ maxLength: 40 }), fc.uint8Array({ minLength: 16_380, maxLength: 16_390 }));
    fc.assert(
      fc.property(fc.array(fc.oneof(bytes, fc.string()), { maxLength: 10 }), (frames) => {
        const receiver = assembler(50_000);
        for (const one of frames) receiver.take(typeof one === 'string' ? one : one.slice().buffer);
      }),
    );
  });
});
