import { Button } from '@mantine/core';
import { useMessages } from '../../../shared/i18n/use-messages';
import { readyCheckMessages } from '../messages';
import type { ControlsProps } from './check-steps';
import { DeviceSelect } from './device-select';
import { NotSwitched } from './not-switched';

export function CameraControls({ check, state }: ControlsProps) {
  const m = useMessages(readyCheckMessages);
  const { devices, menus, steps } = state;
  const { status } = devices.camera;
  const { reason } = steps.camera;
  return (
    <>
      <DeviceSelect
        name="camera"
        devices={menus.cameras}
        value={devices.inUse.camera?.id}
        onSelect={(id) => void check.selectDevice('camera', id)}
      />
      <NotSwitched state={state} name="camera" />
      {(status === 'on' || (status === 'off' && state.phase !== 'asking')) && (
        <Button variant="subtle" size="sm" onClick={() => void check.setCamera(status === 'off')}>
          {status === 'on' ? m.turnCameraOff : m.turnCameraOn}
        </Button>
      )}
      {(reason === 'in-use' || reason === 'unknown') && (
        <Button variant="default" size="sm" onClick={() => void check.setCamera(true)}>
          {m.tryAgain}
        </Button>
      )}
    </>
  );
}
