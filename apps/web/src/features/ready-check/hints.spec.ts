import { describe, expect, it } from '@jest/globals';
import type { BrowserKind } from '../../shared/devices/browser-kind';
import { NO_STEPS, plain } from './check-steps';
import type { CheckSteps } from './check-steps';
import { hintMessages } from './hint-messages';
import { hintsOf } from './hints';

const BROWSERS: readonly BrowserKind[] = [
  'chrome',
  'chrome-android',
  'edge',
  'firefox',
  'safari',
  'ios-safari',
  'ios-other',
  'in-app',
  'other',
];
const words = hintMessages.en;
const stepsWith = (change: Partial<CheckSteps>): CheckSteps => ({ ...NO_STEPS, ...change });
const denied = stepsWith({
  permission: { status: 'failed', reason: 'permission-denied' },
  microphone: { status: 'failed', reason: 'permission-denied' },
});

describe('what to click', () => {
  it('after a refusal is another thing in every browser', () => {
    const first = BROWSERS.map((browser) => hintsOf(words, denied, 'permission', browser)[0]);
    expect(new Set(first).size).toBe(BROWSERS.length);
    expect(first.every(Boolean)).toBe(true);
  });

  it('may be in the settings of the system, on a computer', () => {
    expect(hintsOf(words, denied, 'permission', 'chrome')).toContain(words.deniedBySystem);
    expect(hintsOf(words, denied, 'permission', 'ios-safari')).not.toContain(words.deniedBySystem);
  });

  it('is the question itself when it was dismissed, and the address on a page that is not safe', () => {
    const dismissed = stepsWith({ permission: { status: 'failed', reason: 'permission-dismissed' } });
    const insecure = stepsWith({ permission: { status: 'failed', reason: 'insecure-context' } });
    expect(hintsOf(words, dismissed, 'permission', 'firefox')).toEqual([words.dismissed]);
    expect(hintsOf(words, insecure, 'permission', 'chrome')).toEqual([words.insecure]);
    expect(hintsOf(words, insecure, 'permission', 'in-app')).toEqual([words.denied['in-app']]);
  });

  it('is told once: a device that may not be used points to the permission', () => {
    expect(hintsOf(words, denied, 'microphone', 'chrome')).toEqual([words.microphone.blocked]);
  });

  it.each([
    ['microphone', 'not-found', words.microphone['not-found']],
    ['microphone', 'in-use', words.microphone['in-use']],
    ['microphone', 'silent', words.microphone.silent],
    ['camera', 'in-use', words.camera['in-use']],
    ['camera', 'dark', words.camera.dark],
    ['speaker', 'not-heard', words.speaker['not-heard']],
    ['echo', 'unsupported', words.echo.unsupported],
    ['connection', 'relay-unreachable', words.connection['relay-unreachable']],
    ['connection', 'direct-only', words.connection['direct-only']],
  ] as const)('is there for a %s that is %s', (name, reason, hint) => {
    const steps = stepsWith({ [name]: { status: 'warning', reason } });
    expect(hintsOf(words, steps, name, 'chrome')).toEqual([hint]);
  });

  it('is nothing where all is well', () => {
    for (const name of ['permission', 'microphone', 'echo', 'speaker', 'camera', 'connection'] as const) {
      expect(hintsOf(words, stepsWith({ [name]: plain('ok') }), name, 'chrome')).toEqual([]);
    }
  });
});
