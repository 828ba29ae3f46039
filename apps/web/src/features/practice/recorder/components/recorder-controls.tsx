import { Button, Group } from '@mantine/core';
import { useRef, useState } from 'react';
import { useMessages } from '../../../../shared/i18n/use-messages';
import { ConfirmDialog } from '../../../../shared/ui/confirm-dialog';
import { PauseIcon } from '../../../../shared/ui/play-icons';
import type { Recorder } from '../recorder';
import { recorderMessages } from '../recorder-messages';
import type { RecorderWords } from '../recorder-messages';
import type { RecorderPhase } from '../recorder-phase';
import { RecordIcon, StopIcon } from './recorder-icons';

interface RecorderControlsProps {
  readonly recorder: Recorder;
  readonly phase: RecorderPhase;
}

/** The one button that is always there, in its place and with its focus; and what else can be done now. */
export function RecorderControls({ recorder, phase }: RecorderControlsProps) {
  const m = useMessages(recorderMessages);
  const first = useRef<HTMLButtonElement>(null);
  const [asksToStartOver, setAsksToStartOver] = useState(false);
  const inTake = phase === 'recording' || phase === 'paused';
  const { label, icon, press } = mainAction(m, recorder, phase);
  return (
    <Group gap="sm">
      <Button
        ref={first}
        size="lg"
        variant={inTake ? 'default' : 'filled'}
        leftSection={icon}
        aria-disabled={phase === 'stopping'}
        onClick={press}
      >
        {label}
      </Button>
      {inTake && (
        <>
          <Button
            size="lg"
            color="red"
            leftSection={<StopIcon />}
            onClick={() => {
              recorder.stop();
              first.current?.focus();
            }}
          >
            {m.stop}
          </Button>
          <Button
            variant="subtle"
            color="gray"
            onClick={() => {
              recorder.pause();
              setAsksToStartOver(true);
            }}
          >
            {m.startOver}
          </Button>
        </>
      )}
      {phase === 'counting' && (
        <Button
          size="lg"
          variant="default"
          onClick={() => {
            recorder.cancel();
            first.current?.focus();
          }}
        >
          {m.cancel}
        </Button>
      )}
      <ConfirmDialog
        opened={asksToStartOver && inTake}
        title={m.discardTitle}
        confirmLabel={m.startOver}
        cancelLabel={m.keep}
        danger
        onConfirm={() => {
          setAsksToStartOver(false);
          first.current?.focus();
          void recorder.retake();
        }}
        onCancel={() => setAsksToStartOver(false)}
      >
        {m.discardText}
      </ConfirmDialog>
    </Group>
  );
}

function mainAction(m: RecorderWords, recorder: Recorder, phase: RecorderPhase) {
  switch (phase) {
    case 'asking':
      return { label: m.cancel, icon: null, press: () => recorder.cancel() };
    case 'counting':
      return { label: m.beginNow, icon: <RecordIcon />, press: () => recorder.skipCountdown() };
    case 'recording':
      return { label: m.pause, icon: <PauseIcon />, press: () => recorder.pause() };
    case 'paused':
      return { label: m.resume, icon: <RecordIcon />, press: () => recorder.resume() };
    case 'stopping':
      return { label: m.phases.stopping, icon: null, press: () => undefined };
    case 'idle':
      return { label: m.record, icon: <RecordIcon />, press: () => void recorder.start() };
    case 'stopped':
      return { label: m.recordAgain, icon: <RecordIcon />, press: () => void recorder.start() };
    default:
      return { label: m.tryAgain, icon: <RecordIcon />, press: () => void recorder.start() };
  }
}
