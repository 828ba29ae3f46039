import type { ExamQuestion } from '@ieum/api-contract';
import { MAX_LISTENS } from '@ieum/api-contract';
import { Button, Stack, Text } from '@mantine/core';
import { useEffect, useEffectEvent, useState } from 'react';
import { useMessages } from '../../../../shared/i18n/use-messages';
import { Notice } from '../../../../shared/ui/notice';
import { ListenControls } from '../../components/listen-controls';
import classes from '../../components/practice.module.css';
import { VoiceSettings } from '../../components/voice-settings';
import { useListening } from '../../hooks/use-listening';
import { usePracticeChoices } from '../../hooks/use-practice-choices';
import { questionMessages } from '../../question-messages';
import { examMessages } from '../exam-messages';

interface ExamListeningProps {
  readonly asked: ExamQuestion;
  /** The server knows of a listen too many. */
  readonly refused: boolean;
  readonly onListened: () => void;
}

/** The question, to be heard twice; to be read by whoever asks for it. */
export function ExamListening({ asked, refused, onListened }: ExamListeningProps) {
  const m = useMessages(examMessages);
  const words = useMessages(questionMessages);
  const { store } = usePracticeChoices();
  const { listening, speaker, state, byFile, fileBroken } = useListening(asked.question, store);
  const [shown, setShown] = useState(false);
  const mute = !byFile && state.voices?.length === 0;
  const stop = useEffectEvent(() => listening.speaker.stop());
  useEffect(() => {
    // Another tab was quicker.
    if (refused) stop();
  }, [refused]);
  return (
    <section className={classes.card} aria-label={m.theQuestion}>
      <Stack gap="lg">
        {mute ? (
          <Notice tone="warm" role="status">
            {fileBroken ? words.fileAlone : words.noVoice}
          </Notice>
        ) : (
          <ListenControls
            {...listening}
            text={asked.question.text}
            left={MAX_LISTENS - asked.listens}
            noneLeft={m.noneLeft}
            onListened={onListened}
          />
        )}
        {(mute || shown) && (
          <p className={classes.question} lang="en">
            {asked.question.text}
          </p>
        )}
        {!mute && (
          <div>
            <Button variant="subtle" aria-expanded={shown} onClick={() => setShown(!shown)}>
              {shown ? m.hideText : m.showText}
            </Button>
            <Text fz="sm" c="dimmed">
              {m.hidden}
            </Text>
            <VoiceSettings speaker={speaker} state={state} byFile={byFile} />
          </div>
        )}
      </Stack>
    </section>
  );
}
