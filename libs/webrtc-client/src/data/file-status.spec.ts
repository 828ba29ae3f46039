import { describe, expect, it } from '@jest/globals';
import { ManualClock } from '../testing';
import { FileStatus } from './file-status';
import type { FileTransfer } from './file-transfer';

function setUp(direction: FileTransfer['direction'] = 'incoming', clock = new ManualClock()) {
  const told: FileTransfer[] = [];
  const info = { name: 'a', size: 1_000_000, mediaType: '' };
  const status = new FileStatus({ id: 7, direction, info, clock, onChange: (transfer) => told.push(transfer) });
  return { clock, told, status };
}

describe('FileStatus', () => {
  it('begins with the question', () => {
    expect(setUp('incoming').status.transfer).toEqual({
      id: 7,
      direction: 'incoming',
      name: 'a',
      size: 1_000_000,
      mediaType: '',
      state: { status: 'offered' },
      bytes: 0,
      rate: undefined,
    });
    expect(setUp('outgoing').status.state).toEqual({ status: 'waiting' });
  });

  it('tells each new state once, and none after the last', () => {
    const { status, told } = setUp();
    status.set({ status: 'transferring' });
    status.set({ status: 'transferring' });
    status.set({ status: 'failed', reason: 'sink-failed' });
    status.set({ status: 'failed', reason: 'read-failed' });
    status.set({ status: 'cancelled' });
    expect(told.map(({ state }) => state)).toEqual([
      { status: 'transferring' },
      { status: 'failed', reason: 'sink-failed' },
    ]);
    expect(status.isOver).toBe(true);
  });

  it('tells progress every 100 ms at most, with the rate of the last seconds', async () => {
    const { status, told, clock } = setUp();
    for (let ms = 0; ms <= 1_000; ms += 10) {
      status.progress(ms * 100);
      await clock.advance(10);
    }
    expect(told).toHaveLength(10);
    expect(told.at(-1)).toMatchObject({ bytes: 100_000, rate: 100_000 });
    for (let ms = 0; ms <= 20_000; ms += 100) {
      status.progress(100_000 + ms);
      await clock.advance(100);
    }
    expect(Math.round(told.at(-1)?.rate ?? 0)).toBeLessThan(1_100);
  });

  it('tells the last progress, though no more comes, and nothing after the end', async () => {
    const { status, told, clock } = setUp();
    status.progress(0);
    await clock.advance(100);
    status.progress(10_000);
    await clock.advance(1);
    status.progress(300_000);
    expect(told.at(-1)).toMatchObject({ bytes: 10_000 });
    await clock.advance(100);
    expect(told.at(-1)).toMatchObject({ bytes: 300_000 });
    const times = told.length;
    await clock.advance(60_000);
    expect(told).toHaveLength(times);
    status.progress(400_000);
    status.progress(400_001);
    status.set({ status: 'cancelled' });
    await clock.advance(60_000);
    expect(told.slice(times).map(({ state }) => state.status)).toEqual(['offered', 'cancelled']);
  });

  it('tells the last progress also when the timer comes earlier than the clock says', async () => {
    class Rounded extends ManualClock {
      override setTimeout(run: () => void, ms: number) {
        return super.setTimeout(run, ms - 0.1);
      }
    }
    const { status, told, clock } = setUp('incoming', new Rounded());
    status.progress(0);
    status.progress(300_000);
    await clock.advance(300);
    expect(told.at(-1)).toMatchObject({ bytes: 300_000 });
  });

  it('counts nothing that came before a pause', async () => {
    const { status, told, clock } = setUp();
    status.progress(0);
    await clock.advance(100);
    status.progress(50_000);
    status.set({ status: 'paused' });
    expect(told.at(-1)).toMatchObject({ bytes: 50_000, rate: undefined });
    await clock.advance(60_000);
    status.restart(20_000);
    status.progress(20_000);
    await clock.advance(100);
    status.progress(21_000);
    expect(told.at(-1)).toMatchObject({ bytes: 21_000, rate: 10_000 });
  });
});
