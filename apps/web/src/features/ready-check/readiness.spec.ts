import { describe, expect, it } from '@jest/globals';
import { NO_STEPS, plain } from './check-steps';
import type { CheckSteps } from './check-steps';
import { findingsOf, readinessOf } from './readiness';
import type { Findings } from './readiness';

const good: CheckSteps = {
  ...NO_STEPS,
  microphone: plain('ok'),
  camera: plain('ok'),
  connection: plain('ok'),
};
const found = (change: Partial<CheckSteps>): Findings | null => findingsOf({ ...good, ...change });

describe('what a check found out', () => {
  it('is known once microphone, camera and connection are; echo, speaker and permission do not count', () => {
    expect(findingsOf(good)).toEqual({ microphone: true, camera: true, relay: 'works' });
    expect(found({ echo: plain('failed'), speaker: plain('running') })).toEqual(findingsOf(good));
    for (const name of ['microphone', 'camera', 'connection'] as const) {
      expect(found({ [name]: plain('waiting') })).toBeNull();
      expect(found({ [name]: plain('running') })).toBeNull();
    }
  });

  it.each([
    ['skipped', null, true],
    ['warning', 'silent', false],
    ['failed', 'not-found', false],
  ] as const)('counts a microphone that is %s (%s) as there: %s', (status, reason, there) => {
    expect(found({ microphone: { status, reason } })?.microphone).toBe(there);
  });

  it.each([
    ['warning', 'dark', true],
    ['skipped', null, false],
    ['failed', 'permission-denied', false],
  ] as const)('counts a camera that is %s (%s) as there: %s', (status, reason, there) => {
    expect(found({ camera: { status, reason } })?.camera).toBe(there);
  });

  it.each([
    ['ok', null, 'works'],
    ['ok', 'direct-only', 'none'],
    ['failed', 'relay-missing', 'missing'],
    ['failed', 'relay-unreachable', 'failing'],
    ['failed', 'relay-misconfigured', 'failing'],
    ['failed', 'relay-silent', 'failing'],
    ['warning', 'offline', 'unknown'],
    ['warning', 'busy', 'unknown'],
  ] as const)('reads a connection that is %s (%s) as a relay that is %s', (status, reason, relay) => {
    expect(found({ connection: { status, reason } })?.relay).toBe(relay);
  });
});

describe('the word for a mentor', () => {
  const all: Findings = { microphone: true, camera: true, relay: 'works' };

  it.each([
    [all, 'tutoring', 'ready'],
    [all, 'counselling', 'ready'],
    [all, null, 'ready'],
    [{ ...all, relay: 'none' }, 'tutoring', 'ready'],
    [{ ...all, relay: 'none' }, null, 'ready'],
    [{ ...all, relay: 'none' }, 'counselling', 'relay-failing'],
    [{ ...all, relay: 'missing' }, 'tutoring', 'relay-failing'],
    [{ ...all, relay: 'failing' }, 'tutoring', 'relay-failing'],
    [{ ...all, camera: false }, 'speaking', 'voice-only'],
    [{ ...all, microphone: false }, 'speaking', 'listen-only'],
    [{ ...all, microphone: false, camera: false }, 'career', 'listen-only'],
    [{ microphone: false, camera: false, relay: 'failing' }, 'career', 'relay-failing'],
    [{ ...all, camera: false, relay: 'none' }, 'career', 'voice-only'],
    [{ ...all, camera: false, relay: 'unknown' }, 'career', 'voice-only'],
    [{ ...all, microphone: false, relay: 'unknown' }, 'counselling', 'listen-only'],
  ] as const)('for %j in %s is %s', (findings, kind, word) => {
    expect(readinessOf(findings, kind)).toBe(word);
  });

  it('is not "ready" on a guess: none while the connection could not be checked', () => {
    expect(readinessOf({ ...all, relay: 'unknown' }, 'tutoring')).toBeNull();
  });
});
