import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useMessages } from '../../../shared/i18n/use-messages';
import { STEP_NAMES } from '../check-steps';
import type { StepName } from '../check-steps';
import { thisBrowser } from '../../../shared/devices/this-browser';
import { hintMessages } from '../hint-messages';
import { hintsOf } from '../hints';
import { readyCheckMessages } from '../messages';
import type { ReadyCheck } from '../ready-check';
import type { ReadyCheckState } from '../ready-check-state';
import { stepText } from '../step-text';
import { CameraControls } from './camera-controls';
import { MicrophoneControls } from './microphone-controls';
import classes from './ready-check.module.css';
import { SpeakerControls } from './speaker-controls';
import { StepRow } from './step-row';

export interface ControlsProps {
  readonly check: ReadyCheck;
  readonly state: ReadyCheckState;
}

/** Every part of the check, each with its outcome, what to do about it and its controls. */
export function CheckSteps({ check, state }: ControlsProps) {
  const m = useMessages(readyCheckMessages);
  const hints = useMessages(hintMessages);
  const browser = thisBrowser();
  const { permission, connection } = state.steps;
  const retry = (again: () => Promise<void>) => (
    <Button variant="default" size="sm" onClick={() => void again()}>
      {m.tryAgain}
    </Button>
  );
  const canRetryConnection =
    connection.status === 'warning' || (connection.status === 'failed' && connection.reason !== 'relay-missing');
  const controls: Readonly<Record<StepName, ReactNode>> = {
    permission: permission.reason !== null && retry(() => check.retryDevices()),
    microphone: <MicrophoneControls check={check} state={state} />,
    echo: (
      <Button
        variant="default"
        size="sm"
        disabled={state.devices.microphone.status !== 'on'}
        onClick={() => void check.playEcho()}
      >
        {m.recordEcho}
      </Button>
    ),
    speaker: <SpeakerControls check={check} state={state} />,
    camera: <CameraControls check={check} state={state} />,
    connection: canRetryConnection && retry(() => check.tryConnection()),
  };
  return (
    <ol className={classes.steps}>
      {STEP_NAMES.map((name) => (
        <StepRow
          key={name}
          name={name}
          status={state.steps[name].status}
          text={stepText(m, state, name)}
          hints={hintsOf(hints, state.steps, name, browser)}
        >
          {controls[name]}
        </StepRow>
      ))}
    </ol>
  );
}
