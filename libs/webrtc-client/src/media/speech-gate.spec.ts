import { describe, expect, it } from '@jest/globals';
import { SILENT, speechGate } from './speech-gate';

const LOUD = -25;
const BETWEEN = -45;
const QUIET = -70;

/** What a run of samples, 100 ms apart, is taken for. */
function heard(samples: number[], gate = SILENT, elapsedMs = 100): boolean[] {
  return samples.map((decibels) => {
    gate = speechGate(gate, decibels, elapsedMs);
    return gate.talking;
  });
}
const times = (count: number, decibels: number): number[] => Array.from({ length: count }, () => decibels);

describe('speechGate', () => {
  it('hears talking after 0.4 s of it', () => {
    expect(heard(times(5, LOUD))).toEqual([false, false, false, true, true]);
  });

  it('hears it through the gaps between syllables', () => {
    expect(heard([LOUD, LOUD, QUIET, LOUD, BETWEEN, LOUD, LOUD]).at(-1)).toBe(true);
  });

  it('takes no click, cough or hum for talking', () => {
    expect(heard([LOUD, LOUD, LOUD, ...times(20, QUIET)])).not.toContain(true);
    const clicks = Array.from({ length: 40 }, (_, index) => (index % 4 ? QUIET : LOUD));
    expect(heard(clicks)).not.toContain(true);
    expect(heard(times(100, BETWEEN))).not.toContain(true);
  });

  it('stays with it through a pause, and hears silence after 1.5 s', () => {
    const talking = { talking: true, otherwiseMs: 0 };
    expect(heard([...times(14, QUIET), BETWEEN, ...times(14, QUIET)], talking)).not.toContain(false);
    expect(heard(times(15, QUIET), talking).at(-1)).toBe(false);
  });

  it('does not take one sample for a second, however long ago the last one was', () => {
    expect(heard([LOUD, QUIET, LOUD], SILENT, 1_000)).not.toContain(true);
    expect(heard([LOUD, LOUD], SILENT, 1_000)).toEqual([false, true]);
  });
});
