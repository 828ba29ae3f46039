import { describe, expect, it } from '@jest/globals';
import { isProblem, isUnderWay, nextPhase, RECORDER_PROBLEMS, RECORDER_STEPS } from './recorder-phase';
import type { RecorderEvent, RecorderPhase } from './recorder-phase';

const EVENTS: readonly RecorderEvent[] = [
  ...(['ask', 'granted', 'begin', 'pause', 'resume', 'stop', 'finished', 'cancel'] as const),
  ...RECORDER_PROBLEMS,
];
const PHASES = Object.keys(RECORDER_STEPS) as RecorderPhase[];

const problemsFrom = (phase: RecorderPhase) => RECORDER_PROBLEMS.map((problem) => [phase, problem, problem] as const);
const STEPS: readonly (readonly [RecorderPhase, RecorderEvent, RecorderPhase])[] = [
  ['idle', 'ask', 'asking'],
  ['asking', 'granted', 'counting'],
  ['asking', 'cancel', 'idle'],
  ...problemsFrom('asking'),
  ['counting', 'begin', 'recording'],
  ['counting', 'cancel', 'idle'],
  ...problemsFrom('counting'),
  ['recording', 'pause', 'paused'],
  ['recording', 'stop', 'stopping'],
  ['recording', 'finished', 'stopped'],
  ['recording', 'cancel', 'idle'],
  ['recording', 'broken', 'broken'],
  ['paused', 'resume', 'recording'],
  ['paused', 'stop', 'stopping'],
  ['paused', 'finished', 'stopped'],
  ['paused', 'cancel', 'idle'],
  ['paused', 'broken', 'broken'],
  ['stopping', 'finished', 'stopped'],
  ['stopping', 'cancel', 'idle'],
  ['stopping', 'broken', 'broken'],
  ['stopped', 'ask', 'asking'],
  ...RECORDER_PROBLEMS.map((problem) => [problem, 'ask', 'asking'] as const),
];

describe('a recorder', () => {
  it.each(STEPS)('that is %s goes by "%s" to %s', (from, event, to) => {
    expect(nextPhase(from, event)).toBe(to);
  });

  it('takes no other step than these', () => {
    const known = new Set(STEPS.map(([from, event]) => `${from} ${event}`));
    const others = PHASES.flatMap((from) => EVENTS.map((event) => [from, event] as const)).filter(
      ([from, event]) => !known.has(`${from} ${event}`),
    );
    expect(others).toHaveLength(PHASES.length * EVENTS.length - STEPS.length);
    for (const [from, event] of others) expect(nextPhase(from, event)).toBeNull();
  });

  it('has a way out of every phase', () => {
    for (const phase of PHASES) expect(Object.keys(RECORDER_STEPS[phase]).length).toBeGreaterThan(0);
  });

  it('knows its problems, and when the page should stay', () => {
    expect(PHASES.filter(isProblem)).toEqual(expect.arrayContaining([...RECORDER_PROBLEMS]));
    expect(PHASES.filter(isUnderWay)).toEqual(['recording', 'paused', 'stopping']);
  });
});
