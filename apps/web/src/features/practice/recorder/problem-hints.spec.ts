import { describe, expect, it } from '@jest/globals';
import { deviceHintMessages } from '../../../shared/devices/device-hint-messages';
import { microphoneHintMessages } from './microphone-hint-messages';
import { problemHints } from './problem-hints';
import { recorderMessages } from './recorder-messages';
import { RECORDER_PROBLEMS } from './recorder-phase';
import { AT_REST } from './recorder-state';
import { isSaid, phaseText, voiceText } from './recorder-text';

const m = recorderMessages.en;
const words = { ...deviceHintMessages.en, ...microphoneHintMessages.en };

describe('what to click', () => {
  it.each(RECORDER_PROBLEMS)('is said for %s', (problem) => {
    const hints = problemHints(m, words, problem, 'firefox');
    expect(hints.length).toBeGreaterThan(0);
    for (const hint of hints) expect(hint).not.toBe('');
  });

  it('is about the microphone alone: there is no camera to be allowed', () => {
    for (const language of ['en', 'ko'] as const) {
      const said = JSON.stringify(microphoneHintMessages[language]);
      expect(said).not.toMatch(/camera|카메라/iu);
      expect(Object.keys(microphoneHintMessages[language].denied)).toEqual(
        Object.keys(deviceHintMessages[language].denied),
      );
    }
  });

  it('is the same as in the ready check otherwise', () => {
    expect(problemHints(m, words, 'permission-dismissed', 'safari')).toEqual([deviceHintMessages.en.dismissed]);
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

  it('has ended before anything is recorded, and begins again once nothing is', () => {
    const said = (['counting', 'recording', 'paused', 'stopped'] as const).map((phase) =>
      isSaid({ ...AT_REST, phase, count: phase === 'counting' ? 3 : null }),
    );
    expect(said).toEqual([true, false, true, true]);
    for (const count of [2, 1]) expect(isSaid({ ...AT_REST, phase: 'counting', count })).toBe(false);
  });

  it('tells a pause from a microphone that gives nothing', () => {
    expect(voiceText(m, { ...AT_REST, voice: 'silent', everHeard: true })).toBe(m.voice.silent);
    expect(voiceText(m, { ...AT_REST, voice: 'silent', everHeard: false })).toBe(m.voice.neverHeard);
  });
});
