import { AudioLevel } from '@ieum/webrtc-client';
import { useCallback, useEffect, useRef, useState } from 'react';
import { deviceChoices } from '../../../shared/lib/device-choices';
import { openMicrophone } from '../recorder/browser/open-microphone';
import type { RecorderProblem } from '../recorder/recorder-phase';

/** Speech is well above it, a quiet room below (RMS of full scale, 1.0). */
const HEARD_ABOVE = 0.02;

interface LevelCheck {
  readonly status: 'off' | 'asking' | 'on';
  readonly level: number;
  readonly heard: boolean;
  readonly problem: RecorderProblem | null;
}

const OFF: LevelCheck = { status: 'off', level: 0, heard: false, problem: null };

/** Listens to the microphone, and keeps nothing of it, until it is stopped or the page goes. */
export function useLevelCheck() {
  const [check, setCheck] = useState(OFF);
  const close = useRef<() => void>(() => undefined);
  useEffect(() => () => close.current(), []);
  const stop = useCallback(() => {
    close.current();
    setCheck((last) => ({ ...OFF, heard: last.heard }));
  }, []);
  const start = useCallback(async () => {
    let wanted = true;
    close.current = () => (wanted = false);
    setCheck({ ...OFF, status: 'asking' });
    const result = await openMicrophone(deviceChoices.read().microphoneId);
    if ('problem' in result) {
      if (wanted) setCheck({ ...OFF, problem: result.problem });
      return;
    }
    if (!wanted) return result.microphone.close();
    const meter = new AudioLevel({ track: result.microphone.track });
    meter.on('level', (level) => setCheck((last) => ({ ...last, level, heard: last.heard || level > HEARD_ABOVE })));
    close.current = () => {
      meter.close();
      result.microphone.close();
    };
    setCheck({ ...OFF, status: 'on' });
  }, []);
  return { check, start, stop };
}
