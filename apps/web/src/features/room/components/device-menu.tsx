import { NativeSelect, Switch } from '@mantine/core';
import type { ListedDevice } from '@ieum/webrtc-client';
import { useMessages } from '../../../shared/i18n/use-messages';
import { deviceMessages } from '../device-messages';
import { useLevel } from '../hooks/use-level';
import type { LocalDevices, LocalView } from '../session/local-devices';
import classes from './device-menu.module.css';

export interface DeviceMenuProps {
  readonly section: 'microphone' | 'camera' | 'all';
  readonly local: LocalView;
  readonly devices: LocalDevices;
  readonly dataSaver: boolean;
  readonly onDataSaver: (on: boolean) => void;
}

/** Which devices a call uses, and what becomes of their sound and picture. */
export function DeviceMenu(props: DeviceMenuProps) {
  const { section } = props;
  return (
    <div className={classes.menu}>
      {section !== 'camera' && <SoundSection {...props} />}
      {section !== 'microphone' && <CameraSection {...props} />}
    </div>
  );
}

const PROCESSING = ['noiseSuppression', 'echoCancellation', 'autoGainControl'] as const;

function SoundSection({ local, devices }: DeviceMenuProps) {
  const m = useMessages(deviceMessages);
  const { state, lists, stream, speakerId } = local;
  const bar = useLevel(stream.getAudioTracks()[0]);
  const canChooseSpeaker = lists.speakers.length > 0 && 'setSinkId' in HTMLMediaElement.prototype;
  return (
    <>
      <div>
        <DeviceSelect
          label={m.microphone}
          none={m.none.microphone}
          unnamed={m.unnamed.microphone}
          devices={lists.microphones}
          value={state.inUse.microphone?.id ?? state.preferred.microphone}
          onSelect={(id) => devices.selectMicrophone(id)}
        />
        <div ref={bar} className={classes.level} aria-hidden="true" />
      </div>
      {canChooseSpeaker && (
        <DeviceSelect
          label={m.speaker}
          none={m.systemSpeaker}
          unnamed={m.unnamed.speaker}
          devices={[{ id: '', label: m.systemSpeaker }, ...lists.speakers.filter(({ id }) => id !== '')]}
          value={speakerId ?? ''}
          onSelect={(id) => devices.selectSpeaker(id)}
        />
      )}
      <div>
        {PROCESSING.map((name) => (
          <Switch
            key={name}
            size="md"
            className={classes.switch}
            label={m.processing[name]}
            checked={state.processing[name]}
            onChange={(event) => devices.setProcessing({ [name]: event.currentTarget.checked })}
          />
        ))}
      </div>
    </>
  );
}

function CameraSection({ local, devices, dataSaver, onDataSaver }: DeviceMenuProps) {
  const m = useMessages(deviceMessages);
  const { state, lists } = local;
  return (
    <>
      <DeviceSelect
        label={m.camera}
        none={m.none.camera}
        unnamed={m.unnamed.camera}
        devices={lists.cameras}
        value={state.inUse.camera?.id ?? state.preferred.camera}
        onSelect={(id) => devices.selectCamera(id)}
      />
      <Switch
        size="md"
        className={classes.switch}
        label={m.dataSaver}
        description={m.dataSaverHint}
        checked={dataSaver}
        onChange={(event) => onDataSaver(event.currentTarget.checked)}
      />
    </>
  );
}

interface DeviceSelectProps {
  readonly label: string;
  /** Instead of the devices, when there are none. */
  readonly none: string;
  readonly unnamed: (params: { readonly number: number }) => string;
  readonly devices: readonly ListedDevice[];
  readonly value: string | undefined;
  readonly onSelect: (id: string) => void;
}

function DeviceSelect({ label, none, unnamed, devices, value, onSelect }: DeviceSelectProps) {
  const data = devices.map((device, index) => ({
    value: device.id,
    label: device.label ?? unnamed({ number: index + 1 }),
  }));
  return (
    <NativeSelect
      label={label}
      data={data.length > 0 ? data : [{ value: '', label: none }]}
      disabled={data.length === 0}
      value={value ?? devices[0]?.id ?? ''}
      onChange={(event) => onSelect(event.currentTarget.value)}
    />
  );
}
