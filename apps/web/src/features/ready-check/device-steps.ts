import type { LocalMediaState, MediaProblem } from '@ieum/webrtc-client';
import { plain } from './check-steps';
import type { CheckSteps, PermissionReason, Step } from './check-steps';

type Devices = Pick<LocalMediaState, 'microphone' | 'camera'>;

const PERMISSION: readonly MediaProblem[] = ['permission-denied', 'permission-dismissed', 'insecure-context'];

/** The browser or the page does not let it be asked for; the device itself may be well. */
export const isPermission = (problem: MediaProblem): problem is PermissionReason => PERMISSION.includes(problem);

/** Whether the devices may be asked for: failed when none may, a warning when one may not. */
export function permissionStep({ microphone, camera }: Devices): Step<PermissionReason> {
  const refused = [microphone, camera].flatMap((device) =>
    device.status === 'unavailable' && isPermission(device.problem) ? [device.problem] : [],
  );
  const [reason] = refused;
  const opened = microphone.status === 'on' || camera.status === 'on';
  if (reason === undefined) return plain(opened ? 'ok' : 'skipped');
  return { status: opened ? 'warning' : 'failed', reason };
}

/** A camera that is off is off by choice. */
export function cameraStep({ camera }: Devices): CheckSteps['camera'] {
  if (camera.status === 'unavailable') return { status: 'failed', reason: camera.problem };
  return plain(camera.status === 'on' ? 'ok' : 'skipped');
}
