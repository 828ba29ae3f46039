import { Button, Group, Stack, Text } from '@mantine/core';
import type { ListCard } from '@ieum/signaling-protocol';
import { memo } from 'react';
import type { ReactNode } from 'react';
import { RequestCard } from '../../../shared/consult/request-card';
import { errorText } from '../../../shared/i18n/error-messages';
import { useLanguage } from '../../../shared/i18n/language-provider';
import { useMessages } from '../../../shared/i18n/use-messages';
import type { ListEntry } from '../live-list-state';
import { liveListMessages } from '../messages';
import classes from './live-list.module.css';

interface LiveCardProps {
  readonly entry: ListEntry;
  readonly ageSeconds: number;
  readonly accepting: boolean;
  /** Another accept is under way. */
  readonly busy: boolean;
  readonly error: unknown;
  /** The way to a look at what the card carries, where the student shows it. */
  readonly renderLook: (card: ListCard) => ReactNode;
  readonly onAccept: (consultId: string) => void;
}

export const LiveCard = memo(function LiveCard(props: LiveCardProps) {
  const { entry, ageSeconds, accepting, busy, error, renderLook, onAccept } = props;
  const m = useMessages(liveListMessages);
  const { language } = useLanguage();
  const { card, gone } = entry;
  return (
    <article className={classes.card} data-gone={gone !== null} data-consult-id={card.id} aria-label={card.nickname}>
      {/* A card that is gone keeps its height, so that nothing moves under a pointer. */}
      <div className={classes.content} {...(gone ? { inert: true, 'aria-hidden': true } : {})}>
        <RequestCard
          kind={card.kind}
          topic={card.topic}
          language={card.language}
          nickname={card.nickname}
          message={card.message}
          age={m.age({ seconds: ageSeconds })}
          readiness={card.readiness}
          carries={card.carries}
          actions={
            <Group gap="xs">
              {card.carries?.shown && !gone && renderLook(card)}
              <Button
                onClick={() => onAccept(card.id)}
                loading={accepting}
                disabled={busy}
                aria-label={m.acceptOf({ nickname: card.nickname })}
              >
                {m.accept}
              </Button>
            </Group>
          }
        />
      </div>
      {gone && (
        <Stack className={classes.placeholder} role="status">
          <Text c="dimmed">{m.gone[gone]}</Text>
        </Stack>
      )}
      {error !== null && !gone && (
        <Text c="red" fz="sm" mt={4} role="alert">
          {errorText(error, language)}
        </Text>
      )}
    </article>
  );
});
