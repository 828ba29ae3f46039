import { afterEach, describe, expect, it } from '@jest/globals';
import * as Y from 'yjs';
import { WorkerMerger, type WorkerMergerOptions } from './worker-merger';

const updateOf = (text: string) => {
  const doc = new Y.Doc();
  doc.getText('notes').insert(0, text);
  return Y.encodeStateAsUpdate(doc);
};

const textOf = (update: Uint8Array) => {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, update);
  return doc.getText('notes').toString();
};

/** A thread that does what its first update's first byte says. */
const programOf = (source: string) =>
  new URL(`data:text/javascript,${encodeURIComponent(`import { parentPort } from 'node:worker_threads'; ${source}`)}`);

const HANGS_ON_ONE = programOf(`
  parentPort.on('message', ({ kept: [first] }) => {
    if (first[0] === 1) for (;;) {}
    if (first[0] === 2) throw new Error('ended');
    if (first[0] === 3) { const all = []; for (;;) all.push(new Array(1000).fill(all.length + 0.5)); }
    parentPort.postMessage({ state: first });
  });
  parentPort.postMessage('ready');`);

describe('the merger with its thread', () => {
  let merger: WorkerMerger | undefined;
  afterEach(() => merger?.onApplicationShutdown());

  const make = (options?: WorkerMergerOptions) => (merger = new WorkerMerger(options));
  const [fine, hangs, ends, grows] = [[0], [1], [2], [3]].map((bytes) => [Uint8Array.from(bytes)]) as [
    Uint8Array[],
    Uint8Array[],
    Uint8Array[],
    Uint8Array[],
  ];

  it('makes one update of many, and leaves those it was given as they are', async () => {
    const kept = [updateOf('one'), updateOf('two')];
    const added = updateOf('three');
    const result = await make().merge(kept, added);
    if (!('state' in result)) throw new Error(result.failure);
    expect(textOf(result.state).match(/one|two|three/gu)).toHaveLength(3);
    expect([...kept, added].map((bytes) => textOf(bytes))).toEqual(['one', 'two', 'three']);
  });

  it('takes a part out, leaves the rest as it is, and keeps nothing that waits for what never came', async () => {
    const doc = new Y.Doc();
    doc.getMap('chat').set('canary-key', 'canary');
    doc.getText('notes').insert(0, 'ours');
    const whole = Y.encodeStateAsUpdate(doc);
    const other = new Y.Doc();
    other.getArray('lost').push(['never sent']);
    const sent = Y.encodeStateVector(other);
    other.getArray('lost').push(['canary that waits']);
    const result = await make().erase([whole, Y.encodeStateAsUpdate(other, sent)], ['chat', 'nothing']);
    if (!('state' in result)) throw new Error(result.failure);
    expect(textOf(result.state)).toBe('ours');
    expect(Buffer.from(result.state).toString('latin1')).not.toContain('canary');
    expect(Y.encodeStateVectorFromUpdate(result.state)).toEqual(Y.encodeStateVectorFromUpdate(whole));
  });

  it('reads what was marked at takes', async () => {
    const doc = new Y.Doc();
    doc.getMap('practice').set('moment:1', { text: 'Say “walked”.' });
    const result = await make().read([Y.encodeStateAsUpdate(doc)]);
    if (!('reading' in result)) throw new Error(result.failure);
    const reading: unknown = JSON.parse(result.reading);
    expect(reading).toMatchObject({ practice: { 'moment:1': { text: 'Say “walked”.' } } });
  });

  it('forgets what was deleted', async () => {
    const doc = new Y.Doc();
    doc.getText('notes').insert(0, 'a canary');
    const before = Y.encodeStateAsUpdate(doc);
    doc.getText('notes').delete(2, 6);
    const result = await make().merge([before], Y.encodeStateAsUpdate(doc));
    if (!('state' in result)) throw new Error(result.failure);
    expect(textOf(result.state)).toBe('a ');
    expect(Buffer.from(result.state).toString('latin1')).not.toContain('canary');
  });

  it('says that added bytes are no update, and goes on with the same thread', async () => {
    const merging = make();
    expect(await merging.merge([updateOf('one')], Uint8Array.from([1, 2, 3, 255]))).toEqual({ failure: 'malformed' });
    expect(await merging.merge([updateOf('one')])).toHaveProperty('state');
  });

  it('ends a thread that does not come back, and starts another for the next', async () => {
    const merging = make({ watchdogMs: 2_000, program: HANGS_ON_ONE });
    const [slow, next] = await Promise.all([merging.merge(hangs), merging.merge(fine)]);
    expect(slow).toEqual({ failure: 'too-slow' });
    expect(next).toHaveProperty('state');
  });

  it('leaves the event loop alone meanwhile', async () => {
    const merging = make({ watchdogMs: 2_000, program: HANGS_ON_ONE });
    let turns = 0;
    const ticking = setInterval(() => (turns += 1), 5);
    await merging.merge(hangs);
    clearInterval(ticking);
    expect(turns).toBeGreaterThan(10);
  });

  it('ends a thread that takes too much memory', async () => {
    const merging = make({ watchdogMs: 60_000, program: HANGS_ON_ONE });
    expect(await merging.merge(grows)).toEqual({ failure: 'too-slow' });
    expect(await merging.merge(fine)).toHaveProperty('state');
  }, 60_000);

  it('fails with a thread that ends, and starts another for the next', async () => {
    const merging = make({ program: HANGS_ON_ONE });
    await expect(merging.merge(ends)).rejects.toThrow('ended');
    expect(await merging.merge(fine)).toHaveProperty('state');
  });

  it('fails with a thread that cannot start', async () => {
    const merging = make({ program: programOf(`throw new Error('no program');`) });
    await expect(merging.merge(fine)).rejects.toThrow('no program');
  });

  it('refuses what is more than may wait', async () => {
    const merging = make({ maxWaiting: 2, program: HANGS_ON_ONE });
    const results = await Promise.all([merging.merge(fine), merging.merge(fine), merging.merge(fine)]);
    expect(results.map((result) => ('failure' in result ? result.failure : 'merged'))).toEqual([
      'merged',
      'merged',
      'busy',
    ]);
    expect(await merging.merge(fine)).toHaveProperty('state');
  });

  it('refuses everything once it was closed', async () => {
    const merging = make();
    await merging.merge([updateOf('one')]);
    await merging.onApplicationShutdown();
    expect(await merging.merge([updateOf('one')])).toEqual({ failure: 'busy' });
  });
});
