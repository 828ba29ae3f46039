import { Alert } from '@mantine/core';
import type { DeviceState, LocalMediaState } from '@ieum/webrtc-client';
import { useState } from 'react';
import { useMessages } from '../../../shared/i18n/use-messages';
import { roomMessages } from '../messages';

/** What is wrong with a device and what to click; never in the way of the call. */
export function DeviceNotes({ state }: { readonly state: LocalMediaState }) {
  return (
    <>
      <DeviceNote name="microphone" device={state.microphone} />
      <DeviceNote name="camera" device={state.camera} />
    </>
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
      {m.problems[name][device.problem]}
    </Alert>
  );
}
