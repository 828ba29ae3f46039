import { describe, expect, it } from '@jest/globals';
import * as Y from 'yjs';
import { FakeWorker } from '../testing/fake-worker';
import { documentSide } from '../testing/document-side';
import { ManualClock, settle } from '../testing/manual-clock';
import { WorkerInspector } from './worker-inspector';

function given({ hangs = false } = {}) {
  const clock = new ManualClock();
  const workers: FakeWorker[] = [];
  const createWorker = (): FakeWorker => {
    const worker = Object.assign(new FakeWorker(), { hangs });
    workers.push(worker);
    return worker;
  };
  const inspector = new WorkerInspector({ createWorker, clock });
  return { clock, workers, inspector };
}

function updateOf(text: string): Uint8Array {
  const doc = new Y.Doc();
  doc.getText('t').insert(0, text);
  return Y.encodeStateAsUpdate(doc);
}

const MALFORMED = Uint8Array.of(1, 2, 3);

describe('An inspector in a worker', () => {
  it('begins with the document, and is told of what was added', async () => {
    const { clock, workers, inspector } = given();
    const { document } = documentSide({ clock, inspector });
    document.doc.getText('t').insert(0, 'mine');
    expect(await document.receive(updateOf('theirs'), 'peer')).toBe(true);
    expect(await document.receive(updateOf('more'), 'peer')).toBe(true);
    expect(workers.map(({ told }) => told)).toEqual([['start', 'accepted', 'inspect', 'inspect']]);
    expect(document.doc.getText('t').toString()).toHaveLength('minetheirsmore'.length);
    document.close();
  });

  it('goes on after a malformed update, with the document as it was if its copy was ruined', async () => {
    const { clock, workers, inspector } = given();
    const { document, refusals } = documentSide({ clock, inspector });
    document.doc.getText('t').insert(0, 'mine');
    expect(await document.receive(MALFORMED, 'peer')).toBe(false);
    // Well-formed, and within a text that does not exist.
    expect(await document.receive(Uint8Array.of(1, 1, 9, 0, 0x84, 9, 7, 1, 97, 0), 'peer')).toBe(false);
    expect(await document.receive(updateOf('fine'), 'peer')).toBe(true);
    expect(workers.map(({ told }) => told)).toEqual([['start', 'accepted', 'inspect', 'inspect', 'start', 'inspect']]);
    expect(refusals).toEqual(['update-malformed', 'update-malformed']);
    document.close();
  });

  it('ends a worker that does not answer within a second, and starts another with the document as it is', async () => {
    const { clock, workers, inspector } = given();
    const { document, refusals } = documentSide({ clock, inspector });
    document.doc.getText('t').insert(0, 'mine');
    await settle();
    const [first] = workers;
    if (first) first.hangs = true;
    const taken = document.receive(updateOf('slow'), 'peer');
    await clock.advance(1_000);
    expect(first?.isTerminated).toBe(false);
    document.doc.getText('t').insert(0, 'and ');
    await clock.advance(51);
    expect([await taken, first?.isTerminated, refusals]).toEqual([false, true, ['update-too-slow']]);
    const own = Y.encodeStateAsUpdate(document.doc);
    expect(await document.receive(own, 'peer')).toBe(true);
    expect(workers.map(({ told }) => told)).toEqual([
      ['start', 'accepted', 'inspect', 'accepted'],
      ['start', 'inspect'],
    ]);
    document.close();
    await settle();
    expect([clock.pending, workers[1]?.isTerminated]).toEqual([0, true]);
  });

  it('gives a whole document longer, a second a mebibyte', async () => {
    const { clock, workers, inspector } = given();
    const { document, refusals } = documentSide({ clock, inspector });
    await settle();
    for (const worker of workers) worker.hangs = true;
    void document.receive(new Uint8Array(3 * 1_048_576), 'peer');
    await clock.advance(4_000);
    expect(refusals).toEqual([]);
    await clock.advance(100);
    expect(refusals).toEqual(['update-too-slow']);
    document.close();
  });

  it('gives a worker ten seconds to load, and tries another one only when there is something to inspect', async () => {
    const { clock, workers, inspector } = given({ hangs: true });
    const { document, refusals } = documentSide({ clock, inspector });
    await clock.advance(60_000);
    expect([workers.length, clock.pending]).toEqual([1, 0]);
    const taken = document.receive(updateOf('text'), 'peer');
    await clock.advance(10_049);
    expect(refusals).toEqual([]);
    await clock.advance(1);
    expect([await taken, refusals, workers.length, clock.pending]).toEqual([false, ['update-too-slow'], 2, 0]);
    document.close();
  });

  it('takes nothing where there are no workers', async () => {
    const clock = new ManualClock();
    const createWorker = (): FakeWorker => {
      throw new Error('no workers');
    };
    const { document, refusals } = documentSide({ clock, inspector: new WorkerInspector({ createWorker, clock }) });
    expect([await document.receive(updateOf('text'), 'peer'), refusals]).toEqual([false, ['update-too-slow']]);
    document.close();
  });

  it('judges what builds on a refused update by the document without it', async () => {
    const { clock, inspector, workers } = given();
    const { document, refusals } = documentSide({ clock, inspector, maxBytes: 100 });
    const theirs = new Y.Doc();
    theirs.getText('t').insert(0, 'x'.repeat(200));
    expect(await document.receive(Y.encodeStateAsUpdate(theirs), 'peer')).toBe(false);
    const before = Y.encodeStateVector(theirs);
    theirs.getText('t').insert(0, 'y');
    // Builds on what is not there: sound, and nothing of it is added.
    expect(await document.receive(Y.encodeStateAsUpdate(theirs, before), 'peer')).toBe(true);
    expect([document.encode(), refusals, workers.length]).toEqual([Uint8Array.of(0, 0), ['too-large'], 1]);
    document.close();
  });

  it('leaves no timer and no worker when closed in the middle, and answers', async () => {
    const { clock, workers, inspector } = given();
    inspector.follow(() => Uint8Array.of(0, 0));
    await settle();
    const [worker] = workers;
    if (worker) worker.hangs = true;
    const verdict = inspector.inspect(updateOf('text'), 1);
    inspector.close();
    inspector.close();
    expect([await verdict, clock.pending, worker?.isTerminated]).toEqual(['too-slow', 0, true]);
    expect(await inspector.inspect(updateOf('text'), 1)).toBe('too-slow');
    expect(workers).toHaveLength(1);
  });
});
