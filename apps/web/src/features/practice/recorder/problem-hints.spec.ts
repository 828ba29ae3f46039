import { describe, expect, it } from '@jest/globals';
import { deviceHintMessages } from '../../../shared/devices/device-hint-messages';
import { problemHints } from './problem-hints';
import { recorderMessages } from './recorder-messages';
import { RECORDER_PROBLEMS } from './recorder-phase';
import { AT_REST } from './recorder-state';
import { phaseText, voiceText } from './recorder-text';

const m = recorderMessages.en;
const words = deviceHintMessages.en;

describe('what to click', () => {
  it.each(RECORDER_PROBLEMS)('is said for %s', (problem) => {
    const hints = problemHints(m, words, problem, 'firefox');
    expect(hints.length).toBeGreaterThan(0);
    for (const hint of hints) expect(hint).not.toBe('');
  });

  it('is the same as in the ready check', () => {
    expect(problemHints(m, words, 'permission-denied', 'safari')[0]).toBe(words.denied.safari);
    expect(problemHints(m, words, 'in-use', 'chrome')).toEqual([words.microphone['in-use']]);
  });

  it('is to leave the window of another app, which cannot record', () => {
    expect(problemHints(m, words, 'unsupported', 'in-app')).toEqual([words.denied['in-app']]);
  });
});

describe('what is read out', () => {
  it('tells the phase with its numbers', () => {
    expect(phaseText(m, { ...AT_REST, phase: 'counting', count: 2 })).toBe('Recording begins in 2');
    expect(phaseText(m, { ...AT_REST, phase: 'stopped', elapsedMs: 83_000 })).toBe('Done: 1:23 recorded.');
    expect(phaseText(m, { ...AT_REST, phase: 'not-found' })).toBe(m.problems['not-found']);
  });

  it('tells a pause from a microphone that gives nothing', () => {
    expect(voiceText(m, { ...AT_REST, voice: 'silent', everHeard: true })).toBe(m.voice.silent);
    expect(voiceText(m, { ...AT_REST, voice: 'silent', everHeard: false })).toBe(m.voice.neverHeard);
  });
});
