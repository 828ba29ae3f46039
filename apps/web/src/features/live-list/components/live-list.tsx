import { Button, Group, Skeleton, Stack, Text, VisuallyHidden } from '@mantine/core';
import type { Consult, EarlyOffer, ListCard, Topic } from '@ieum/signaling-protocol';
import { useCallback, useEffect, useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { useMessages } from '../../../shared/i18n/use-messages';
import { playChime } from '../../../shared/sound/chime';
import { SoundSwitch } from '../../../shared/sound/sound-switch';
import { EmptyState } from '../../../shared/ui/empty-state';
import { ErrorState } from '../../../shared/ui/error-state';
import { useAccept } from '../hooks/use-accept';
import { useLiveList } from '../hooks/use-live-list';
import { waitingCount } from '../live-list-state';
import type { GoneReason } from '../live-list-state';
import { liveListMessages } from '../messages';
import { CardList } from './card-list';
import { TopicFilter } from './topic-filter';

export interface CardPreview {
  readonly renderOpener: (card: ListCard, onOpen: (card: ListCard) => void) => ReactNode;
  readonly renderOpened: (shown: PreviewedCard, onClose: () => void) => ReactNode;
}

/** `card` is `null` while nothing is looked at. */
interface PreviewedCard {
  readonly card: ListCard | null;
  readonly gone: boolean;
}

interface LiveListProps {
  readonly profileHref: string;
  readonly checkHref: string;
  /** A look at what a card carries; it stays while it is read, whether the card is there or `gone`. Always the same ones. */
  readonly preview: CardPreview;
  readonly onAccepted: (consult: Consult, offer: EarlyOffer | null) => void;
  /** For the badge in the tab's title. */
  readonly onCount: (count: number) => void;
}

export function LiveList({ profileHref, checkHref, preview, onAccepted, onCount }: LiveListProps) {
  const m = useMessages(liveListMessages);
  const [selected, setSelected] = useState<ReadonlySet<Topic>>(new Set());
  const chimeFor = useCallback(
    (cards: readonly ListCard[]) => {
      if (selected.size === 0 || cards.some((card) => selected.has(card.topic))) void playChime();
    },
    [selected],
  );
  const { state, dispatch, error, retry } = useLiveList(chimeFor);
  const onLost = useCallback(
    (consultId: string, reason: GoneReason) => dispatch({ type: 'accept-lost', consultId, reason }),
    [dispatch],
  );
  const { accept, acceptingId, errorOf } = useAccept({ onAccepted, onLost });
  const collapse = useCallback(() => dispatch({ type: 'collapse' }), [dispatch]);
  const markSeen = useCallback((ids: ReadonlySet<string>) => dispatch({ type: 'seen', ids }), [dispatch]);

  const [looked, setLooked] = useState<ListCard | null>(null);
  const renderLook = useCallback((card: ListCard) => preview.renderOpener(card, setLooked), [preview]);
  // A student may also take back what they showed.
  const isShown = state.entries.some(({ card, gone }) => card.id === looked?.id && !gone && card.carries?.shown);

  const count = waitingCount(state);
  useEffect(() => onCount(count), [count, onCount]);
  const counts = useMemo(() => {
    const byTopic = new Map<Topic, number>();
    for (const { card, gone } of state.entries) if (!gone) byTopic.set(card.topic, (byTopic.get(card.topic) ?? 0) + 1);
    return byTopic;
  }, [state.entries]);
  const shown = useMemo(
    () => (selected.size === 0 ? state.entries : state.entries.filter((entry) => selected.has(entry.card.topic))),
    [state.entries, selected],
  );

  if (error?.code === 'mentors/profile-missing') {
    return (
      <EmptyState
        title={m.profileTitle}
        description={m.profileText}
        action={
          <Button component={Link} href={profileHref} size="md">
            {m.toProfile}
          </Button>
        }
      />
    );
  }
  const problem = error && <ErrorState error={error} onRetry={() => retry()} />;
  if (state.rev < 0) return problem ?? <Loading label={m.loading} />;
  return (
    <Stack gap="md">
      {/* The list is as it was before. */}
      {problem}
      <Group justify="space-between" gap="md">
        <Text fw={600} fz="lg">
          {m.waitingCount({ count })}
        </Text>
        <Group gap="md">
          <Button component={Link} href={checkHref} variant="default" size="sm">
            {m.check}
          </Button>
          <SoundSwitch />
        </Group>
      </Group>
      <VisuallyHidden role="status">{m.updated({ count })}</VisuallyHidden>
      <TopicFilter counts={counts} selected={selected} onChange={setSelected} />
      {shown.length > 0 ? (
        <CardList
          entries={shown}
          acceptingId={acceptingId}
          errorOf={errorOf}
          renderLook={renderLook}
          onAccept={accept}
          onCollapse={collapse}
          onSeen={markSeen}
        />
      ) : count > 0 ? (
        <EmptyState
          title={m.filteredTitle}
          description={m.filteredText({ count })}
          action={
            <Button variant="default" onClick={() => setSelected(new Set())}>
              {m.clearFilter}
            </Button>
          }
        />
      ) : (
        <EmptyState title={m.emptyTitle} description={m.emptyText} />
      )}
      {preview.renderOpened({ card: looked, gone: !isShown }, () => setLooked(null))}
    </Stack>
  );
}

function Loading({ label }: { readonly label: string }) {
  return (
    <Stack role="status" aria-label={label}>
      {[0, 1, 2].map((row) => (
        <Skeleton key={row} height={132} radius="md" />
      ))}
    </Stack>
  );
}
