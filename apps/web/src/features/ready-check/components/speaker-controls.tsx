import { Button } from '@mantine/core';
import { useMessages } from '../../../shared/i18n/use-messages';
import { readyCheckMessages } from '../messages';
import type { ControlsProps } from './check-steps';
import { DeviceSelect } from './device-select';

/** A tone, and the question that only the person can answer. */
export function SpeakerControls({ check, state }: ControlsProps) {
  const m = useMessages(readyCheckMessages);
  return (
    <>
      <DeviceSelect
        name="speaker"
        devices={state.menus.speakers}
        value={state.speakerId}
        onSelect={(id) => check.selectSpeaker(id)}
      />
      {state.speaker === 'asking' && (
        <>
          <Button size="sm" onClick={() => check.answerTone(true)}>
            {m.heard}
          </Button>
          <Button variant="default" size="sm" onClick={() => check.answerTone(false)}>
            {m.notHeard}
          </Button>
        </>
      )}
      <Button variant="default" size="sm" onClick={() => void check.playTone()}>
        {state.steps.speaker.status === 'waiting' ? m.playTone : m.playToneAgain}
      </Button>
    </>
  );
}
