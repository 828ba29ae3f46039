import { NativeSelect } from '@mantine/core';
import type { ListedDevice } from '@ieum/webrtc-client';
import { useMessages } from '../../../shared/i18n/use-messages';
import { readyCheckMessages } from '../messages';
import classes from './ready-check.module.css';

interface DeviceSelectProps {
  readonly name: 'microphone' | 'camera' | 'speaker';
  readonly devices: readonly ListedDevice[];
  /** What is used; undefined for the system's own. */
  readonly value: string | undefined;
  readonly onSelect: (id: string) => void;
}

/** The menu of one kind of device; nothing where there is nothing to choose from. */
export function DeviceSelect({ name, devices, value, onSelect }: DeviceSelectProps) {
  const m = useMessages(readyCheckMessages);
  // Without the permission a device has neither id nor name.
  const named = devices.filter(({ id }) => id !== '');
  const known = named.some(({ id }) => id === value);
  if (named.length === 0) return null;
  // An open microphone or camera is one of them; a speaker is the system's until one is chosen.
  const byDefault = name === 'speaker' || !known ? [{ value: '', label: m.systemDefault }] : [];
  const options = named.map(({ id, label }, index) => ({ value: id, label: label ?? m.unnamed({ index: index + 1 }) }));
  return (
    <NativeSelect
      className={classes.select}
      aria-label={m.choose[name]}
      value={known ? value : ''}
      data={[...byDefault, ...options]}
      onChange={(event) => onSelect(event.currentTarget.value)}
    />
  );
}
