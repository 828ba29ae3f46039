import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import type { PracticeCard } from '@ieum/api-contract';
import { useMutation } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { errorText } from '../../../shared/i18n/error-messages';
import { useLanguage } from '../../../shared/i18n/language-provider';
import { useMessages } from '../../../shared/i18n/use-messages';
import { studyMessages } from '../messages';
import { answered, beginRound, reveal } from '../practice-round';
import { answerCard } from '../study-queries';
import { PracticeCardView } from './practice-card';

interface PracticeProps {
  readonly cards: readonly PracticeCard[];
  /** The sitting is over. */
  readonly onEnd: () => void;
}

/** A sitting: one card after the other, until all were known. */
export function Practice({ cards, onEnd }: PracticeProps) {
  const m = useMessages(studyMessages);
  const { language } = useLanguage();
  const [round, setRound] = useState(() => beginRound(cards));
  const [turn, setTurn] = useState(0);
  const [told, setTold] = useState('');
  const first = round.queue[0];
  const answer = useMutation({
    mutationFn: (knew: boolean) => (first ? answerCard(first.card, knew) : Promise.reject(new Error('no card'))),
    onSuccess: ({ box }, knew) => {
      setRound((before) => answered(before, knew, box));
      setTold(knew ? m.later : m.again);
      setTurn((before) => before + 1);
    },
  });
  const { mutate, isPending } = answer;
  const onReveal = useCallback(() => setRound(reveal), []);
  const onAnswer = useCallback((knew: boolean) => !isPending && mutate(knew), [mutate, isPending]);
  if (!first) {
    return (
      <Stack gap="md">
        <div role="status">
          <Text fw={700} fz="lg">
            {m.done}
          </Text>
          <Text>{m.doneText({ knew: round.knewAtOnce, cards: round.cards })}</Text>
        </div>
        <Group>
          <Button ref={focus} size="md" onClick={onEnd}>
            {m.more}
          </Button>
        </Group>
      </Stack>
    );
  }
  return (
    <Stack gap="md">
      <PracticeCardView
        key={turn}
        card={first.card}
        title={m.card({ n: round.cards - round.queue.length + 1, of: round.cards })}
        revealed={round.revealed}
        onReveal={onReveal}
        onAnswer={onAnswer}
      />
      <Text fz="sm" role="status">
        {told}
      </Text>
      {answer.error && (
        <Alert color="red" role="alert" title={m.notSaved}>
          {errorText(answer.error, language)}
        </Alert>
      )}
      <Group>
        <Button variant="subtle" color="gray" onClick={onEnd}>
          {m.stop}
        </Button>
      </Group>
    </Stack>
  );
}

/** What had the focus is gone with the last card. */
const focus = (button: HTMLButtonElement | null): void => button?.focus();
