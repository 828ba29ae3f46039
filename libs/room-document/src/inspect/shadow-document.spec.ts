import { describe, expect, it } from '@jest/globals';
import * as Y from 'yjs';
import { ShadowDocument } from './shadow-document';

const OWN = 5;

/** `ab` in the text `t`, and `c` in the text `u`; the own client has written nothing yet. */
function given(): ShadowDocument {
  const [first, second] = [8, 9].map((client) => Object.assign(new Y.Doc(), { clientID: client }));
  second?.getText('t').insert(0, 'ab');
  first?.getText('u').insert(0, 'c');
  const shadow = new ShadowDocument(
    Y.mergeUpdates([first, second].map((doc) => Y.encodeStateAsUpdate(doc ?? new Y.Doc()))),
  );
  expect(shadow.isRuined).toBe(false);
  return shadow;
}

const T = [1, 1, 'u'.charCodeAt(0) - 1];
const X = [1, 'x'.charCodeAt(0)];
const NO_DELETES = 0;

/** An update with one struct of client 7, written by hand (yjs/src/utils/encoding.js): what comes before its content, and that. */
const one = (...struct: number[]): number[] => [1, 1, 7, 0, ...struct, NO_DELETES];
const between = (left: [number, number], right: [number, number]): number[] => one(0xc4, ...left, ...right, ...X);

const SOUND = {
  'a letter': one(4, ...T, ...X),
  'a letter between two others': between([9, 0], [9, 1]),
  'what is known already': [1, 1, 9, 0, 4, ...T, 2, 97, 98, NO_DELETES],
  'a letter deleted': [0, 1, 9, 1, 0, 1],
  nothing: [0, 0],
  'bytes after its end': [...one(4, ...T, ...X), 1, 2, 3],
  'a letter after one that never came': between([7, 90], [7, 91]).with(3, 92),
};

const MALFORMED = {
  'no bytes at all': [],
  'an end too early': one(4, ...T, ...X).slice(0, -3),
  'more structs than there are': [1, 0xff, 0xff, 0xff, 0xff, 0x0f, 7, 0],
  'a text of no length': one(4, ...T, 0),
  'a gap of no length': one(0, 0),
  'a gap that ends beyond every clock': one(0, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x0f),
  'a client beyond 32 bits': [1, 1, 0x80, 0x80, 0x80, 0x80, 0x20, 0, 4, ...T, ...X, NO_DELETES],
  'an unknown kind of content': one(11, ...T, ...X),
  'a skip in disguise': one(0x4a, 1),
  'a document within the document': one(9, ...T, 1, 103, 127),
  'an embed that is no JSON': one(5, ...T, 1, 123),
  'a letter between two of different texts': between([9, 0], [8, 0]),
  'a letter before the one it follows': between([9, 1], [9, 0]),
  'a letter that follows itself': between([7, 0], [9, 1]),
  'a letter in itself': one(4, 0, 7, 0, ...X),
  'a letter in the name of the reader': one(4, ...T, ...X).with(2, OWN),
  'a letter after one the reader has not written': between([OWN, 0], [9, 1]),
  'a letter before one the reader has not written': between([9, 0], [OWN, 3]),
  'a letter in something the reader has not written': one(4, 0, OWN, 0, ...X),
  'a letter deleted that the reader has not written': [0, 1, OWN, 1, 0, 1],
  'nothing deleted': [0, 1, 9, 1, 0, 0],
};

describe('A shadow document', () => {
  it.each(Object.entries(SOUND))('finds an update sound that has %s', (_, update) => {
    const shadow = given();
    expect([shadow.judge(Uint8Array.from(update), OWN), shadow.isRuined]).toEqual([true, false]);
  });

  it.each(Object.entries(MALFORMED))('finds an update malformed that has %s', (_, update) => {
    expect(given().judge(Uint8Array.from(update), OWN)).toBe(false);
  });

  it('knows what its reader wrote', () => {
    const shadow = given();
    const own = Object.assign(new Y.Doc(), { clientID: OWN });
    own.getText('t').insert(0, 'own');
    shadow.accept(Y.encodeStateAsUpdate(own));
    expect(shadow.judge(Uint8Array.from(between([OWN, 0], [OWN, 1])), OWN)).toBe(true);
    expect(shadow.judge(Uint8Array.from([0, 1, OWN, 1, 0, 3]), OWN)).toBe(true);
    expect(shadow.judge(Uint8Array.from([0, 1, OWN, 1, 0, 4]), OWN)).toBe(false);
  });

  it('judges nothing any more once it is ruined', () => {
    const shadow = given();
    shadow.accept(Uint8Array.of(1, 2, 3));
    expect([shadow.isRuined, shadow.judge(Uint8Array.of(0, 0), OWN)]).toEqual([true, false]);
  });
});
