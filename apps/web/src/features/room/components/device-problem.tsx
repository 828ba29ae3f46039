import type { MediaProblem } from '@ieum/webrtc-client';
import { useMessages } from '../../../shared/i18n/use-messages';
import { deviceProblemMessages } from '../device-problem-messages';

export interface DeviceProblemProps {
  readonly name: 'microphone' | 'camera';
  readonly problem: MediaProblem;
}

/** Why a device is not there, and what to click. */
export function DeviceProblem({ name, problem }: DeviceProblemProps) {
  return useMessages(deviceProblemMessages)[name][problem];
}
