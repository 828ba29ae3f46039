import { Button } from '@mantine/core';
import { useMessages } from '../../../shared/i18n/use-messages';
import { readyCheckMessages } from '../messages';
import type { ControlsProps } from './check-steps';
import { DeviceSelect } from './device-select';
import { NotSwitched } from './not-switched';

export function MicrophoneControls({ check, state }: ControlsProps) {
  const m = useMessages(readyCheckMessages);
  const { devices, menus, steps } = state;
  const { status, reason } = steps.microphone;
  const silent = status === 'running' || status === 'warning' || status === 'skipped';
  return (
    <>
      <DeviceSelect
        name="microphone"
        devices={menus.microphones}
        value={devices.inUse.microphone?.id}
        onSelect={(id) => void check.selectDevice('microphone', id)}
      />
      <NotSwitched state={state} name="microphone" />
      {silent && (
        <Button
          variant="subtle"
          size="sm"
          onClick={() => (status === 'skipped' ? check.listenAgain() : check.skipMicrophone())}
        >
          {status === 'skipped' ? m.tryAgain : m.skipMicrophone}
        </Button>
      )}
      {(reason === 'in-use' || reason === 'unknown') && (
        <Button variant="default" size="sm" onClick={() => void check.retryDevices()}>
          {m.tryAgain}
        </Button>
      )}
    </>
  );
}
