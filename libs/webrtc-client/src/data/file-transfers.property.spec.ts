import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { FakeFile, sameBytes } from '../testing/fake-file';
import { fileTransferPair, fileTransferSide, type FileTransferSide } from '../testing/file-transfer-pair';
import { BLOCK_BYTES } from './file-protocol';
import type { FileTransfer } from './file-transfer';

const side = fc.constantFrom('a' as const, 'b' as const);
const size = fc.oneof(
  fc.integer({ min: 0, max: 40_000 }),
  fc.integer({ min: BLOCK_BYTES - 2, max: 3 * BLOCK_BYTES }),
  fc.constantFrom(0, 1, 16_384, BLOCK_BYTES, 2 * BLOCK_BYTES),
);

/** What may happen at any moment. */
const event = fc.oneof(
  { weight: 4, arbitrary: fc.record({ what: fc.constant('wait' as const), ms: fc.nat(120) }) },
  { weight: 3, arbitrary: fc.record({ what: fc.constant('send' as const), side, size }) },
  {
    weight: 2,
    arbitrary: fc.record({ what: fc.constant('close' as const), end: fc.option(side, { nil: undefined }) }),
  },
  { weight: 3, arbitrary: fc.record({ what: fc.constant('open' as const) }) },
  { weight: 1, arbitrary: fc.record({ what: fc.constant('cancel' as const), side, pick: fc.nat(9) }) },
  { weight: 1, arbitrary: fc.record({ what: fc.constant('decline' as const), side, pick: fc.nat(9) }) },
);
type Event = typeof event extends fc.Arbitrary<infer T> ? T : never;

/** Plays the events, then leaves the channel open until nothing more happens. Offers are accepted, at once or later. */
async function play(events: readonly Event[], acceptsAtOnce: boolean) {
  const { clock, open, close, a, b } = fileTransferPair();
  const sides = { a, b };
  const files: FakeFile[] = [];
  const accept = ({ files: transfers }: FileTransferSide): void => {
    for (const { id } of transfers.transfers) transfers.accept(id);
  };
  for (const one of [a, b]) if (acceptsAtOnce) one.files.on('offered', () => accept(one));
  for (const step of events) {
    if (step.what === 'wait') await clock.advance(step.ms);
    else if (step.what === 'open') open();
    else if (step.what === 'close') close(step.end);
    else if (step.what === 'send') {
      // The name tells which file it is.
      const file = new FakeFile(step.size, `${files.length}`, files.length);
      files.push(file);
      sides[step.side].files.send(file.blob);
    } else {
      const { files: transfers } = sides[step.side];
      const { id } = transfers.transfers[step.pick] ?? { id: 0 };
      if (step.what === 'cancel') transfers.cancel(id);
      else transfers.decline(id);
    }
  }
  open();
  for (let round = 0; round < 10 && a.files.transfers.length + b.files.transfers.length > 0; round += 1) {
    for (const one of [a, b]) accept(one);
    await clock.advance(3_000);
  }
  await clock.advance(1_000);
  return { clock, a, b, files };
}

/** How each file ended at one side. */
const endsOf = (one: FileTransferSide): Map<string, FileTransfer> =>
  new Map(one.changes.map((transfer) => [`${transfer.direction} ${transfer.name}`, transfer]));

describe('FileTransfers, whatever happens to the channel,', () => {
  it('carry every file that nobody cancelled, as it is, and end on both sides', async () => {
    const calm = fc.array(
      event.filter(({ what }) => what !== 'cancel' && what !== 'decline'),
      { maxLength: 25 },
    );
    await fc.assert(
      fc.asyncProperty(calm, fc.boolean(), async (events, acceptsAtOnce) => {
        const { clock, a, b, files } = await play(events, acceptsAtOnce);
        const all = [...endsOf(a).values(), ...endsOf(b).values()];
        expect(all.map(({ state }) => state.status)).toEqual(Array<string>(2 * files.length).fill('done'));
        for (const { name, direction, state } of all) {
          if (direction === 'outgoing' || state.status !== 'done') continue;
          const content = new Uint8Array(await state.file.arrayBuffer());
          expect(sameBytes(content, files[Number(name)]?.bytes() ?? new Uint8Array())).toBe(true);
        }
        expect([a.files.transfers, b.files.transfers, a.invalid, b.invalid, clock.pending]).toEqual([
          [],
          [],
          [],
          [],
          0,
        ]);
      }),
      { numRuns: 60 },
    );
  }, 120_000);

  it('hand out the whole file or say why not, when people cancel and decline as well', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(event, { maxLength: 25 }), fc.boolean(), async (events, acceptsAtOnce) => {
        const { clock, a, b, files } = await play(events, acceptsAtOnce);
        const [ofA, ofB] = [endsOf(a), endsOf(b)];
        for (const [index, file] of files.entries()) {
          const [sent, got] = ofA.has(`outgoing ${index}`)
            ? [ofA.get(`outgoing ${index}`), ofB.get(`incoming ${index}`)]
            : [ofB.get(`outgoing ${index}`), ofA.get(`incoming ${index}`)];
          expect(['done', 'cancelled', 'declined']).toContain(sent?.state.status);
          // The other side may have it all when the sending one cancels before it hears of that; never the reverse.
          if (sent?.state.status === 'done') expect(got?.state.status).toBe('done');
          if (got?.state.status !== 'done') continue;
          expect(sameBytes(new Uint8Array(await got.state.file.arrayBuffer()), file.bytes())).toBe(true);
        }
        expect([a.files.transfers, b.files.transfers, a.invalid, b.invalid, clock.pending]).toEqual([
          [],
          [],
          [],
          [],
          0,
        ]);
      }),
      { numRuns: 60 },
    );
  }, 120_000);

  it('go on when one side closes everything and begins anew in the middle', async () => {
    await fc.assert(
      fc.asyncProperty(size, fc.nat(400), fc.boolean(), async (bytes, ms, whileOpen) => {
        const { clock, open, close, a, b } = fileTransferPair();
        open();
        b.files.on('offered', ({ id }) => b.files.accept(id));
        a.files.send(new FakeFile(bytes, 'before').blob);
        await clock.advance(ms);
        if (!whileOpen) close();
        b.files.close();
        const again = fileTransferSide(b.channel, clock);
        again.files.on('offered', ({ id }) => again.files.accept(id));
        if (!whileOpen) open();
        const after = a.files.send(new FakeFile(5, 'after').blob);
        await clock.advance(5_000);
        expect(a.latest(after.id)?.state.status).toBe('done');
        expect([a.files.transfers, again.files.transfers, again.invalid, clock.pending]).toEqual([[], [], [], 0]);
      }),
      { numRuns: 60 },
    );
  }, 60_000);
});
