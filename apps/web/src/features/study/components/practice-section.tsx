import { Button, Group, Stack, Text } from '@mantine/core';
import type { PracticeCard, PracticeResponse } from '@ieum/api-contract';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useFormat } from '../../../shared/i18n/use-format';
import { useMessages } from '../../../shared/i18n/use-messages';
import { Section } from '../../../shared/ui/section';
import { studyMessages } from '../messages';
import { practiceQuery } from '../study-queries';
import { Practice } from './practice';
import classes from './study.module.css';

/** What is due, how far one is, and the practice itself. */
export function PracticeSection({ practice }: { readonly practice: PracticeResponse }) {
  const m = useMessages(studyMessages);
  const client = useQueryClient();
  const [cards, setCards] = useState<readonly PracticeCard[] | null>(null);
  const [ended, setEnded] = useState(false);
  const all = practice.boxes.reduce((sum, n) => sum + n, 0);
  const end = () => {
    setCards(null);
    setEnded(true);
    void client.invalidateQueries({ queryKey: practiceQuery.queryKey });
  };
  return (
    <Section title={m.practice} lead={m.practiceHint}>
      {cards ? (
        <Practice cards={cards} onEnd={end} />
      ) : all === 0 ? (
        <Text>{m.noCards}</Text>
      ) : (
        <Stack ref={ended ? focus : undefined} tabIndex={-1} role="group" aria-label={m.practice} gap="md">
          <Due practice={practice} onStart={() => setCards(practice.due)} />
          <Boxes boxes={practice.boxes} />
        </Stack>
      )}
    </Section>
  );
}

/** What had the focus is gone with the sitting. */
const focus = (element: HTMLElement | null): void => element?.focus();

function Due({ practice, onStart }: { readonly practice: PracticeResponse; readonly onStart: () => void }) {
  const m = useMessages(studyMessages);
  const format = useFormat();
  if (practice.dueCount === 0) {
    return (
      <div>
        <Text fw={600}>{m.allDone}</Text>
        {practice.nextDueAt && <Text>{m.nextAt({ moment: format.dateTime(practice.nextDueAt) })}</Text>}
      </div>
    );
  }
  return (
    <Group gap="md">
      <Text fw={600}>{m.due({ n: practice.dueCount })}</Text>
      <Button size="md" onClick={onStart}>
        {m.start}
      </Button>
    </Group>
  );
}

function Boxes({ boxes }: { readonly boxes: readonly number[] }) {
  const m = useMessages(studyMessages);
  return (
    <div>
      <Text fz="sm" c="dimmed" mb={4}>
        {m.boxes}
      </Text>
      <ul className={classes.boxes}>
        {boxes.map((n, box) => (
          <li key={box} data-empty={n === 0}>
            <span>{m.boxNames({ box })}</span>
            <strong>{m.boxCount({ n })}</strong>
          </li>
        ))}
      </ul>
    </div>
  );
}
