import { Badge, Button, Group, Stack, Text, Textarea } from '@mantine/core';
import type { PracticeCard } from '@ieum/api-contract';
import { useEffect, useRef, useState } from 'react';
import { useConsultWords } from '../../../shared/consult/use-consult-words';
import { useMessages } from '../../../shared/i18n/use-messages';
import { usePracticeKeys } from '../hooks/use-practice-keys';
import { studyMessages } from '../messages';
import classes from './study.module.css';

interface PracticeCardViewProps {
  readonly card: PracticeCard;
  readonly title: string;
  readonly revealed: boolean;
  readonly onReveal: () => void;
  readonly onAnswer: (knew: boolean) => void;
}

/** One card: what was said; then, once the person has recalled it, what is better. Made anew for every card. */
export function PracticeCardView({ card, title, revealed, onReveal, onAnswer }: PracticeCardViewProps) {
  const m = useMessages(studyMessages);
  const words = useConsultWords();
  const heading = useRef<HTMLHeadingElement>(null);
  const answer = useRef<HTMLDivElement>(null);
  const [typed, setTyped] = useState('');
  // Reading goes on at what is new.
  useEffect(() => (revealed ? answer.current?.focus() : heading.current?.focus()), [revealed]);
  usePracticeKeys({ revealed, onReveal, onAnswer });
  return (
    <Stack gap="md" className={classes.card}>
      <Group justify="space-between" gap="xs">
        <h3 ref={heading} tabIndex={-1} className={classes.cardTitle}>
          {title}
        </h3>
        <Badge variant="light" tt="none">
          {words.categories[card.category]}
        </Badge>
      </Group>
      <div>
        <Text fz="sm" c="dimmed">
          {m.said}
        </Text>
        <p className={classes.sentence} data-side="before">
          {card.before}
        </p>
      </div>
      {revealed ? (
        <div ref={answer} tabIndex={-1} className={classes.answer} role="group" aria-label={m.answer}>
          <Text fz="sm" c="dimmed">
            {m.answer}
          </Text>
          <p className={classes.sentence} data-side="after">
            {card.after}
          </p>
          {typed.trim() !== '' && (
            <Text mt="sm" className={classes.words}>
              {m.yours}: {typed} {isSame(typed, card.after) && <strong>{m.same}</strong>}
            </Text>
          )}
          {card.comment && (
            <Text mt="sm" className={classes.words}>
              {m.why}: {card.comment}
            </Text>
          )}
        </div>
      ) : (
        <Textarea
          label={m.better}
          description={m.betterHint}
          autosize
          minRows={1}
          maxLength={2000}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && !event.shiftKey && !event.nativeEvent.isComposing) {
              event.preventDefault();
              onReveal();
            }
          }}
        />
      )}
      <Group gap="sm">
        {revealed ? (
          <>
            <Button size="md" onClick={() => onAnswer(true)}>
              {m.knew}
            </Button>
            <Button size="md" variant="default" onClick={() => onAnswer(false)}>
              {m.notYet}
            </Button>
          </>
        ) : (
          <Button size="md" onClick={onReveal}>
            {m.reveal}
          </Button>
        )}
      </Group>
      <Text fz="sm" c="dimmed" className={classes.keys}>
        {m.keys}
      </Text>
    </Stack>
  );
}

/** Nobody means a full stop or a capital when they say that they knew it. */
const isSame = (typed: string, after: string): boolean => plain(typed) === plain(after);
const plain = (text: string): string =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/[\p{P}\s]+/gu, ' ')
    .trim();
