import { NativeSelect } from '@mantine/core';
import { DeviceList } from '@ieum/webrtc-client';
import type { ListedDevice } from '@ieum/webrtc-client';
import { useEffect, useState } from 'react';
import { useMessages } from '../../../../shared/i18n/use-messages';
import { deviceChoices } from '../../../../shared/lib/device-choices';
import { recorderMessages } from '../recorder-messages';

/** Which microphone the next take is recorded with; nothing where there is nothing to choose from. */
export function MicrophoneSelect() {
  const m = useMessages(recorderMessages);
  const [microphones, setMicrophones] = useState<readonly ListedDevice[]>([]);
  const [chosen, setChosen] = useState(() => deviceChoices.read().microphoneId ?? '');
  useEffect(() => {
    // Outside of secure contexts there are no devices to list.
    if (!('mediaDevices' in navigator)) return undefined;
    const list = new DeviceList();
    list.on('change', (lists) => setMicrophones(lists.microphones));
    return () => list.close();
  }, []);
  // Without the permission a device has neither id nor name.
  const named = microphones.filter(({ id }) => id !== '');
  if (named.length < 2) return null;
  return (
    <NativeSelect
      label={m.microphone}
      value={named.some(({ id }) => id === chosen) ? chosen : ''}
      data={[
        { value: '', label: m.systemDefault },
        ...named.map(({ id, label }, index) => ({ value: id, label: label ?? m.unnamed({ index: index + 1 }) })),
      ]}
      onChange={({ currentTarget: { value } }) => {
        deviceChoices.write({ microphoneId: value === '' ? undefined : value });
        setChosen(value);
      }}
    />
  );
}
