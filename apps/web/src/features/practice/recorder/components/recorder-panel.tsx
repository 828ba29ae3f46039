import { MAX_RECORDING_MS } from '@ieum/api-contract';
import { Text } from '@mantine/core';
import { useRef } from 'react';
import { deviceHintMessages } from '../../../../shared/devices/device-hint-messages';
import { useMessages } from '../../../../shared/i18n/use-messages';
import { formatClock } from '../../../../shared/lib/format-clock';
import { Notice } from '../../../../shared/ui/notice';
import type { StorageProblem } from '../kept-take';
import type { Recorder } from '../recorder';
import { recorderMessages } from '../recorder-messages';
import { isProblem } from '../recorder-phase';
import type { RecorderState } from '../recorder-state';
import { isSaid, phaseText, voiceText } from '../recorder-text';
import { toldStatus } from '../take-row';
import type { TakeRow } from '../take-row';
import { LiveWaveform } from './live-waveform';
import { MicrophoneSelect } from './microphone-select';
import { RecorderControls } from './recorder-controls';
import { RecorderProblem } from './recorder-problem';
import classes from './recorder.module.css';
import { SendingProgress } from './sending-progress';
import { usePanelKeys } from './use-panel-keys';

interface RecorderPanelProps {
  readonly recorder: Recorder;
  readonly state: RecorderState;
  /** Why what was recorded is not on this device, while it is not at the server either. */
  readonly storage: StorageProblem | null;
  /** The take that is being recorded. */
  readonly live: TakeRow | undefined;
}

/** Records an answer: what happens, how one is heard, how long it is, and what can be done. */
export function RecorderPanel({ recorder, state, storage, live }: RecorderPanelProps) {
  const m = useMessages(recorderMessages);
  const hints = useMessages(deviceHintMessages);
  const liveStatus = live && toldStatus(live);
  const panel = useRef<HTMLElement>(null);
  usePanelKeys(panel, recorder);
  const { phase, count, elapsedMs, voice, everHeard, endedBy } = state;
  const inTake = phase === 'recording' || phase === 'paused' || phase === 'stopping';
  // That all is well is not said: it would be recorded.
  const isTroubled = voice === 'clipping' || (voice === 'silent' && !everHeard);
  const atRest = phase === 'idle' || phase === 'stopped' || isProblem(phase);
  return (
    <section ref={panel} className={classes.panel} aria-label={m.title} data-phase={phase}>
      <p className={classes.phase} role="status" aria-live={isSaid(state) ? 'polite' : 'off'}>
        {phase === 'recording' && <span className={classes.dot} aria-hidden="true" />}
        {phaseText(m, state)}
      </p>
      {count !== null && (
        <p className={classes.count} aria-hidden="true">
          {count}
        </p>
      )}
      {(inTake || phase === 'counting') && (
        <>
          <LiveWaveform recorder={recorder} label={voiceText(m, state)} />
          <p className={classes.time}>
            {m.elapsed({ elapsed: formatClock(elapsedMs), limit: formatClock(MAX_RECORDING_MS) })}
          </p>
        </>
      )}
      {phase === 'recording' && voice !== 'unknown' && !isTroubled && (
        <Text fz="sm" fw={voice === 'heard' ? 400 : 600}>
          {voiceText(m, state)}
        </Text>
      )}
      <div role="status" className={classes.news}>
        {phase === 'recording' && isTroubled && (
          <Text fz="sm" fw={600}>
            {voiceText(m, state)}
          </Text>
        )}
        {phase === 'recording' && voice === 'silent' && !everHeard && <Text fz="sm">{hints.microphone.silent}</Text>}
        {state.endsSoon && <Notice tone="warm">{m.endsSoon}</Notice>}
        {endedBy && <Notice tone="warm">{m.endedBy[endedBy]}</Notice>}
        {storage && <Notice tone="warm">{m.storage[storage]}</Notice>}
      </div>
      {isProblem(phase) && <RecorderProblem problem={phase} />}
      <RecorderControls recorder={recorder} phase={phase} />
      {live && live.bytes > 0 && <SendingProgress row={live} />}
      {(liveStatus === 'retrying' || liveStatus === 'refused') && (
        <Text fz="sm" role="status">
          {liveStatus === 'refused' && live?.inMemory ? m.refusedInPage : m.statuses[liveStatus]}
        </Text>
      )}
      {atRest && <MicrophoneSelect />}
      <p className={classes.keys}>{m.keys}</p>
    </section>
  );
}
