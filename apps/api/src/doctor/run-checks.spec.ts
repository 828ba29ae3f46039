import { describe, expect, it } from '@jest/globals';
import { SystemClock } from '../common/clock';
import { type DoctorCheck, finding } from './check';
import { runChecks } from './run-checks';

const clock = new SystemClock();
const broken: string[] = [];
const check = (name: DoctorCheck['name'], run: DoctorCheck['run']): DoctorCheck => ({ name, run });
const run = (...checks: DoctorCheck[]) =>
  runChecks(checks, clock, (name, place) => broken.push(`${name}: ${place}`), 50);
const ok = check('disk', () => Promise.resolve([finding('disk', [])]));

describe('running the checks', () => {
  it('goes on when one throws, and tells where without what it said', async () => {
    const { state, findings } = await run(
      check('relay', () => Promise.reject(new TypeError('canary postgres://u:secret@h'))),
      ok,
    );
    expect(state).toBe('failing');
    expect(findings.map(({ reasons }) => reasons)).toEqual([['check-broke'], []]);
    expect(broken).toEqual([expect.stringMatching(/^relay: TypeError\n\s+at /u)]);
    expect(broken[0]).not.toMatch(/canary|secret/u);
  });

  it('does not wait for one that never ends', async () => {
    const { findings } = await run(
      check('valkey', () => new Promise(() => undefined)),
      ok,
    );
    expect(findings.map(({ check: name, reasons }) => [name, reasons])).toEqual([
      ['valkey', ['timed-out']],
      ['disk', []],
    ]);
  });

  it.each([
    [[], 'ok'],
    [['mail-not-needed'], 'ok'],
    [['mail-not-needed', 'disk-low'], 'warning'],
    [['disk-low', 'relay-full', 'mail-not-needed'], 'failing'],
  ] as const)('of %j is as bad as the worst: %s', async (reasons, state) => {
    const checks = reasons.map((reason) => check('mail', () => Promise.resolve([finding('mail', [reason])])));
    expect((await run(...checks)).state).toBe(state);
  });
});

describe('a finding', () => {
  it('has its worst reason first, each once, and figures of one decimal', () => {
    expect(
      finding('relay', ['relay-slow', 'relay-full', 'relay-slow'], { roundTripMs: 1.26, code: undefined }),
    ).toEqual({
      check: 'relay',
      about: null,
      state: 'failing',
      reasons: ['relay-full', 'relay-slow'],
      figures: [{ name: 'roundTripMs', value: 1.3 }],
    });
  });
});
