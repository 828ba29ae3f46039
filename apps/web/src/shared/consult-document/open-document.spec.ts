import { describe, expect, it } from '@jest/globals';
import { openDocument, UnreadableDocument } from './open-document';
import type { ReaderWorker } from './open-document';

/** A worker that does what the test says. */
function worker(onUpdate: (say: (type: 'message' | 'error', data?: unknown) => void) => void) {
  const listeners: [type: string, listener: (event: { readonly data: unknown }) => void][] = [];
  const state = { ended: false };
  const made: ReaderWorker = {
    postMessage: () =>
      onUpdate((type, data) => listeners.filter(([of]) => of === type).forEach(([, listener]) => listener({ data }))),
    addEventListener: (type: string, listener: (event: never) => void) =>
      void listeners.push([type, listener as never]),
    terminate: () => void (state.ended = true),
  };
  return { create: () => made, state };
}

const UPDATE = Uint8Array.from([0, 0]);

describe('opening a document', () => {
  it('gives what the worker read, and ends it', async () => {
    const reading = {
      script: { blocks: [], isCut: false },
      corrections: [],
      chat: [],
      code: '',
      board: [],
      moments: [],
      hasPractice: false,
    };
    const { create, state } = worker((say) => say('message', { reading }));
    expect(await openDocument(UPDATE, create)).toBe(reading);
    expect(state.ended).toBe(true);
  });

  it.each([
    [
      'cannot read it',
      (say: (type: 'message' | 'error', data?: unknown) => void) => say('message', { failure: 'Error' }),
    ],
    ['fails', (say: (type: 'message' | 'error') => void) => say('error')],
    ['never answers', () => undefined],
  ])('fails when the worker %s, and ends it', async (_how, onUpdate) => {
    const { create, state } = worker(onUpdate);
    await expect(openDocument(UPDATE, create, 20)).rejects.toThrow(UnreadableDocument);
    expect(state.ended).toBe(true);
  });
});
