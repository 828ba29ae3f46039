import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from '@jest/globals';
import { PinnedProcess, SERVER_CORE } from './pinned-process.mjs';

const IDLE = fileURLToPath(new URL('./testing/idle.mjs', import.meta.url));

describe('PinnedProcess', () => {
  let measured;
  afterEach(() => measured?.stop());

  it('counts the CPU time of the process while work is done', async () => {
    measured = new PinnedProcess(SERVER_CORE, IDLE);
    const { cpuMicros, result } = await measured.measure(() => measured.ask('burn', 50));
    expect(result).toBe('burnt');
    expect(cpuMicros).toBeGreaterThan(30_000);
  });

  it('lets time pass for the monotonic clock', async () => {
    measured = new PinnedProcess(SERVER_CORE, IDLE);
    const before = await measured.ask('now');
    await measured.ask('skip-ahead', 60_000);
    expect((await measured.ask('now')) - before).toBeGreaterThan(60_000);
  });

  it('passes a failure on', async () => {
    measured = new PinnedProcess(SERVER_CORE, IDLE);
    await expect(measured.ask('fail')).rejects.toThrow('as asked');
  });

  it('ends with the process, and says so to whoever still asks', async () => {
    measured = new PinnedProcess(SERVER_CORE, IDLE);
    await measured.ask('usage');
    await measured.stop();
    expect(measured.isRunning).toBe(false);
    await expect(measured.ask('usage')).rejects.toThrow('is over');
  });
});
