import { describe, expect, it } from '@jest/globals';
import { NO_STEPS, plain } from './check-steps';
import type { CheckSteps, StepName } from './check-steps';
import { readyCheckMessages } from './messages';
import { stepText } from './step-text';
import { CheckWorld } from './testing/check-world';
import type { ReadyCheckState } from './ready-check-state';

const m = readyCheckMessages.en;
const { state: fresh } = new CheckWorld();
const told = (name: StepName, step: CheckSteps[StepName], change: Partial<ReadyCheckState> = {}) =>
  stepText(m, { ...fresh, ...change, steps: { ...NO_STEPS, [name]: step } }, name);

describe('the few words about a step', () => {
  it.each([
    ['permission', plain('running'), m.asking],
    ['permission', { status: 'failed', reason: 'permission-denied' }, m.permission.failed],
    ['microphone', plain('running'), m.microphone.running],
    ['microphone', { status: 'warning', reason: 'silent' }, m.microphone.silent],
    ['microphone', { status: 'failed', reason: 'not-found' }, m.microphone.failed],
    ['camera', plain('skipped'), m.cameraOff],
    ['camera', { status: 'warning', reason: 'dark' }, m.camera.dark],
    ['echo', plain('waiting'), m.echo.waiting],
    ['echo', { status: 'warning', reason: 'unsupported' }, m.notPossible],
    ['speaker', { status: 'warning', reason: 'not-heard' }, m.speakerNotHeard],
    ['speaker', { status: 'warning', reason: 'failed' }, m.notPossible],
    ['connection', plain('ok'), m.connection.ok],
    ['connection', { status: 'ok', reason: 'direct-only' }, m.connection.direct],
    ['connection', { status: 'failed', reason: 'relay-silent' }, m.connection.failed],
    ['connection', { status: 'warning', reason: 'slow' }, m.connection.warning],
  ] as const)('%s, %j: %s', (name, step, words) => {
    expect(told(name, step)).toBe(words);
  });

  it('tell what happens while something is recorded or played', () => {
    expect(told('echo', plain('running'), { echo: 'recording' })).toBe(m.echo.recording);
    expect(told('echo', plain('running'), { echo: 'playing' })).toBe(m.echo.playing);
    expect(told('speaker', plain('running'), { speaker: 'asking' })).toBe(m.speaker.asking);
  });

  it('call a device that may not be used blocked, not missing', () => {
    const devices = {
      ...fresh.devices,
      camera: { status: 'unavailable', problem: 'permission-denied' } as const,
    };
    expect(told('camera', { status: 'failed', reason: 'permission-denied' }, { devices })).toBe(m.permission.failed);
  });
});
