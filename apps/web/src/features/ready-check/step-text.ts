import type { DeviceState } from '@ieum/webrtc-client';
import type { StepName } from './check-steps';
import { isPermission } from './device-steps';
import type { ReadyCheckWords } from './messages';
import type { ReadyCheckState } from './ready-check-state';

/** What a step came to, in a few words. */
export function stepText(m: ReadyCheckWords, state: ReadyCheckState, name: StepName): string {
  const { status, reason } = state.steps[name];
  switch (name) {
    case 'permission':
      if (status === 'running') return m.asking;
      return status === 'waiting' ? m.statuses.waiting : m.permission[status];
    case 'microphone':
      if (status === 'waiting') return m.statuses.waiting;
      if (isBlocked(state.devices.microphone)) return m.permission.failed;
      return status === 'warning' ? m.microphone.silent : m.microphone[status];
    case 'camera':
      if (status === 'waiting' || status === 'running') return m.statuses[status];
      if (status === 'skipped') return m.cameraOff;
      if (isBlocked(state.devices.camera)) return m.permission.failed;
      return status === 'warning' ? m.camera.dark : m.camera[status];
    case 'echo':
      if (state.echo !== 'idle') return m.echo[state.echo];
      if (status === 'ok') return m.echo.ok;
      return status === 'warning' ? m.notPossible : m.echo.waiting;
    case 'speaker':
      if (state.speaker !== 'idle') return m.speaker[state.speaker];
      if (status === 'ok') return m.speaker.ok;
      if (reason === 'not-heard') return m.speakerNotHeard;
      return status === 'warning' ? m.notPossible : m.speaker.waiting;
    case 'connection':
      if (status === 'ok') return reason === 'direct-only' ? m.connection.direct : m.connection.ok;
      if (status === 'failed' || status === 'warning') return m.connection[status];
      return m.statuses[status];
  }
}

const isBlocked = (device: DeviceState): boolean => device.status === 'unavailable' && isPermission(device.problem);
