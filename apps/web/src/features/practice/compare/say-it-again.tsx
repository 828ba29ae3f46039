import type { Recording } from '@ieum/api-contract';
import { Button, Group } from '@mantine/core';
import { useState } from 'react';
import { AnswerRecorder } from '../recorder/answer-recorder';
import { RecordIcon } from '../recorder/components/recorder-icons';

interface SayItAgainProps {
  readonly questionId: string;
  readonly label: string;
  /** It was pressed on the page before. */
  readonly begun: boolean;
  readonly onStored: (take: Recording, isHeard: boolean) => void;
}

/** One press, and another take of the same question begins. */
export function SayItAgain({ questionId, label, begun, onStored }: SayItAgainProps) {
  const [isOpen, setOpen] = useState(begun);
  return isOpen ? (
    <div ref={focusFirstButton}>
      <AnswerRecorder questionId={questionId} onStored={onStored} startNow />
    </div>
  ) : (
    <Group>
      <Button size="lg" leftSection={<RecordIcon />} onClick={() => setOpen(true)}>
        {label}
      </Button>
    </Group>
  );
}

/** The button that had the focus is gone: it goes on at the recorder's. */
const focusFirstButton = (element: HTMLElement | null): void => element?.querySelector('button')?.focus();
