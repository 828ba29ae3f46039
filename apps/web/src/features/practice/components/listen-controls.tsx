import { Button, Group, Stack, Text } from '@mantine/core';
import { useCallback, useRef, useState } from 'react';
import { useMessages } from '../../../shared/i18n/use-messages';
import { Notice } from '../../../shared/ui/notice';
import { questionMessages } from '../question-messages';
import type { QuestionSpeaker, SpeakerState } from '../speech/question-speaker';
import { ListenIcon, PauseIcon, StopIcon } from './listen-icons';
import classes from './practice.module.css';

interface ListenControlsProps {
  readonly speaker: Pick<QuestionSpeaker, 'play' | 'pause' | 'resume' | 'stop'>;
  readonly state: Pick<SpeakerState, 'status' | 'voices' | 'failed'>;
  readonly text: string;
  /** How often it may still be heard; null: without end. */
  readonly left: number | null;
  /** What is said then. */
  readonly noneLeft?: string;
  readonly onListened: () => void;
}

/** One button that listens, pauses and goes on; what it does, and how often it may, is said aloud, too. */
export function ListenControls({ speaker, state, text, left, noneLeft, onListened }: ListenControlsProps) {
  const m = useMessages(questionMessages);
  const [heard, setHeard] = useState(false);
  const main = useRef<HTMLButtonElement>(null);
  // When it goes, the focus must not go with it.
  const stopButton = useCallback((button: HTMLButtonElement) => {
    return () => {
      if (document.activeElement === button) main.current?.focus();
    };
  }, []);
  const { status, voices, failed } = state;
  const silent = status === 'silent';
  const may = !silent || (voices !== null && left !== 0);
  const press = () => {
    if (!may) return;
    if (status === 'paused') return speaker.resume();
    if (!silent) return speaker.pause();
    speaker.play(text, () => {
      setHeard(true);
      if (left !== null) onListened();
    });
  };
  const label = silent ? (heard ? m.again : m.listen) : status === 'paused' ? m.resume : m.pause;
  const counter = left === null ? m.unlimited : m.left({ n: left });
  return (
    <Stack gap="sm">
      <div className={classes.listen}>
        <Group gap="sm">
          <Button
            ref={main}
            size="xl"
            className={classes.big}
            leftSection={silent || status === 'paused' ? <ListenIcon /> : <PauseIcon />}
            // It keeps the focus, also when it may not be pressed any more.
            aria-disabled={!may}
            data-disabled={!may}
            onClick={press}
          >
            {label}
          </Button>
          {!silent && (
            <Button
              ref={stopButton}
              size="xl"
              variant="default"
              className={classes.big}
              leftSection={<StopIcon />}
              onClick={() => speaker.stop()}
            >
              {m.stop}
            </Button>
          )}
        </Group>
        <Text role="status" fw={600}>
          {voices === null ? m.lookingForVoices : silent ? counter : `${m.status[status]} · ${counter}`}
        </Text>
      </div>
      {silent && left === 0 && <Text c="dimmed">{noneLeft ?? m.noneLeft}</Text>}
      {failed && (
        <Notice tone="warm" role="alert">
          {m.failed}
        </Notice>
      )}
    </Stack>
  );
}
