import { Alert } from '@mantine/core';
import type { DeviceState, ScreenShareState } from '@ieum/webrtc-client';
import { useState } from 'react';
import { useMessages } from '../../../shared/i18n/use-messages';
import { callMessages } from '../call-messages';
import { roomMessages } from '../messages';
import type { LocalDevices, LocalView } from '../session/local-devices';
import { callParts } from './call-parts';

interface DeviceNotesProps {
  readonly local: LocalView;
  readonly devices: LocalDevices;
}

/** What is wrong with a device and what to click; never in the way of the call. */
export function DeviceNotes({ local, devices }: DeviceNotesProps) {
  return (
    <>
      <DeviceNote name="microphone" device={local.state.microphone} />
      <DeviceNote name="camera" device={local.state.camera} />
      <ScreenNote screen={local.screen} onDismiss={() => devices.stopSharing()} />
    </>
  );
}

interface ScreenNoteProps {
  readonly screen: ScreenShareState;
  readonly onDismiss: () => void;
}

function ScreenNote({ screen, onDismiss }: ScreenNoteProps) {
  const m = useMessages(roomMessages);
  const call = useMessages(callMessages);
  const problem = screen.status === 'unavailable' ? screen.problem : null;
  if (problem !== 'denied' && problem !== 'failed') return null;
  return (
    <Alert
      color="apricot"
      p="xs"
      withCloseButton
      closeButtonLabel={m.dismiss}
      title={call.share}
      role="status"
      onClose={onDismiss}
    >
      {call.screenProblems[problem]}
    </Alert>
  );
}

interface DeviceNoteProps {
  readonly name: 'microphone' | 'camera';
  readonly device: DeviceState;
}

function DeviceNote({ name, device }: DeviceNoteProps) {
  const m = useMessages(roomMessages);
  const [dismissed, setDismissed] = useState<DeviceState | null>(null);
  if (device.status !== 'unavailable' || dismissed === device) return null;
  return (
    <Alert
      color="apricot"
      p="xs"
      withCloseButton
      closeButtonLabel={m.dismiss}
      title={m[name]}
      role="status"
      onClose={() => setDismissed(device)}
    >
      <callParts.deviceProblem.Part name={name} problem={device.problem} />
    </Alert>
  );
}
