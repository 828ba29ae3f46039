import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { CHUNK_BYTES, decodeChunk, encodeChunk, parseFileMessage, type FileMessage } from './file-protocol';

const hash = 'A'.repeat(43);
const messages: FileMessage[] = [
  { type: 'resume', round: 1, ids: [1, 4_294_967_295], fresh: true },
  { type: 'offer', id: 1, name: '이력서.pdf', size: 0, mediaType: 'application/pdf' },
  { type: 'block', id: 1, hash },
  { type: 'finish', id: 1, hash },
  { type: 'cancel', id: 1 },
  { type: 'cancel', id: 1, reason: 'read-failed' },
  { type: 'accept', id: 1, round: 2, from: 1_048_576 },
  { type: 'stored', id: 1, bytes: 7 },
  { type: 'ended', id: 1, outcome: 'done' },
  { type: 'ended', id: 1, outcome: 'hash-mismatch' },
];

describe('parseFileMessage', () => {
  it.each(messages)('reads $type as it was written', (message) => {
    expect(parseFileMessage(JSON.stringify(message))).toEqual(message);
  });

  it('makes name and type harmless', () => {
    const offer = { type: 'offer', id: 1, name: '../\u202efdp.exe', size: 1, mediaType: 'text/html<script>' };
    expect(parseFileMessage(JSON.stringify(offer))).toEqual({ ...offer, name: 'fdp.exe', mediaType: '' });
  });

  it.each([
    '',
    'null',
    '[]',
    '{}',
    '{"type":"offer"}',
    '{"type":"constructor","id":1}',
    '{"type":"__proto__","id":1}',
    `{"type":"offer","id":1,"name":"${'a'.repeat(256)}","size":1,"mediaType":""}`,
    '{"type":"offer","id":1,"name":"a","size":-1,"mediaType":""}',
    '{"type":"offer","id":1,"name":"a","size":1e300,"mediaType":""}',
    '{"type":"offer","id":1,"name":"a","size":1.5,"mediaType":""}',
    '{"type":"offer","id":1,"name":"a","size":"1","mediaType":""}',
    '{"type":"offer","id":0,"name":"a","size":1,"mediaType":""}',
    '{"type":"offer","id":4294967296,"name":"a","size":1,"mediaType":""}',
    '{"type":"offer","id":1,"name":7,"size":1,"mediaType":""}',
    '{"type":"offer","id":1,"name":"a","size":1}',
    '{"type":"accept","id":1,"round":1,"from":-1}',
    '{"type":"accept","id":1,"from":0}',
    '{"type":"stored","id":1,"bytes":null}',
    '{"type":"ended","id":1,"outcome":"won"}',
    '{"type":"cancel","id":1,"reason":"done"}',
    '{"type":"block","id":1,"hash":"short"}',
    '{"type":"resume","round":1,"ids":[1,2,3,4,5,6,7,8,9],"fresh":true}',
    '{"type":"resume","round":1,"ids":{"length":1},"fresh":true}',
    '{"type":"resume","round":1,"ids":[]}',
    `{"type":"cancel","id":1}${' '.repeat(5_000)}`,
    '['.repeat(4_000),
  ])('refuses %p', (text) => {
    expect(parseFileMessage(text)).toBeUndefined();
  });

  it('never throws, whatever comes', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        expect(() => parseFileMessage(text)).not.toThrow();
      }),
    );
  });
});

describe('a chunk', () => {
  it('is read as it was written', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 0xffff_ffff }),
        fc.uint8Array({ minLength: 1, maxLength: 50 }),
        (id, payload) => {
          const chunk = decodeChunk(encodeChunk(id, payload).buffer);
          expect(chunk?.id).toBe(id);
          expect([...(chunk?.payload ?? [])]).toEqual([...payload]);
        },
      ),
    );
  });

  it.each([0, 4, CHUNK_BYTES + 5])('is not %p bytes long', (length) => {
    expect(decodeChunk(new ArrayBuffer(length))).toBeUndefined();
  });
});
