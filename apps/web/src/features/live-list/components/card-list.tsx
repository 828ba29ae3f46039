import { Button } from '@mantine/core';
import { defaultRangeExtractor, useWindowVirtualizer } from '@tanstack/react-virtual';
import type { Range } from '@tanstack/react-virtual';
import type { ListCard } from '@ieum/signaling-protocol';
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { useTickingNow } from '../../../shared/hooks/use-ticking-now';
import { useMessages } from '../../../shared/i18n/use-messages';
import { useCollapse } from '../hooks/use-collapse';
import { useEngagement } from '../hooks/use-engagement';
import { isGone } from '../live-list-state';
import type { ListEntry } from '../live-list-state';
import { liveListMessages } from '../messages';
import { LiveCard } from './live-card';
import classes from './live-list.module.css';

interface CardListProps {
  readonly entries: readonly ListEntry[];
  readonly acceptingId: string | null;
  readonly errorOf: (consultId: string) => unknown;
  readonly renderLook: (card: ListCard) => ReactNode;
  readonly onAccept: (consultId: string) => void;
  readonly onCollapse: () => void;
  readonly onSeen: (ids: ReadonlySet<string>) => void;
}

const CARD_HEIGHT = 168;

/** The cards on screen and a few around them; hundreds cost no more than a dozen. */
export function CardList(props: CardListProps) {
  const { entries, acceptingId, errorOf, renderLook, onAccept, onCollapse, onSeen } = props;
  const m = useMessages(liveListMessages);
  const now = useTickingNow();
  const list = useRef<HTMLUListElement>(null);
  const [scrollMargin, setScrollMargin] = useState(0);
  const [focusedId, setFocusedId] = useState<string | null>(null);
  const { engaged, handlers } = useEngagement();

  // What stands above the list comes and goes, too.
  useLayoutEffect(() => setScrollMargin(list.current?.offsetTop ?? 0), [entries]);

  const focusedIndex = focusedId === null ? -1 : entries.findIndex((entry) => entry.card.id === focusedId);
  const rangeExtractor = useCallback(
    (range: Range) => {
      const shown = defaultRangeExtractor(range);
      // The focused card stays mounted wherever the page is scrolled to: otherwise the focus would be lost.
      if (focusedIndex < 0 || shown.includes(focusedIndex)) return shown;
      return [...shown, focusedIndex].sort((a, b) => a - b);
    },
    [focusedIndex],
  );
  const virtualizer = useWindowVirtualizer({
    count: entries.length,
    estimateSize: () => CARD_HEIGHT,
    getItemKey: (index) => entries[index]?.card.id ?? index,
    overscan: 4,
    scrollMargin,
    rangeExtractor,
  });

  useCollapse(entries.some(isGone), engaged, () => {
    const top = virtualizer.scrollOffset ?? 0;
    const above = virtualizer.measurementsCache.filter((item) => item.end <= top && entries[item.index]?.gone);
    onCollapse();
    // What is being read stays where it is when cards above it go.
    const height = above.reduce((sum, item) => sum + item.size, 0);
    if (height > 0) window.scrollBy({ top: -height, behavior: 'instant' });
  });

  const lastVisible = virtualizer.range?.endIndex ?? -1;
  const firstVisible = virtualizer.range?.startIndex ?? 0;
  const isFreshBelow = (entry: ListEntry, index: number) => index > lastVisible && entry.fresh && !entry.gone;
  const freshBelow = entries.filter(isFreshBelow).length;
  useEffect(() => {
    if (lastVisible < 0) return;
    onSeen(new Set(entries.slice(firstVisible, lastVisible + 1).map((entry) => entry.card.id)));
  }, [entries, firstVisible, lastVisible, onSeen]);

  return (
    <>
      <ul
        ref={list}
        className={classes.list}
        aria-label={m.list}
        style={{ height: virtualizer.getTotalSize() }}
        {...handlers}
      >
        {virtualizer.getVirtualItems().map((item) => {
          const entry = entries[item.index];
          if (!entry) return null;
          const { id, createdAt } = entry.card;
          return (
            <li
              key={item.key}
              ref={virtualizer.measureElement}
              data-index={item.index}
              className={classes.row}
              style={{ transform: `translateY(${item.start - scrollMargin}px)` }}
              aria-setsize={entries.length}
              aria-posinset={item.index + 1}
              onFocus={() => setFocusedId(id)}
              onBlur={() => setFocusedId(null)}
            >
              <LiveCard
                entry={entry}
                ageSeconds={Math.max(0, Math.floor((now - Date.parse(createdAt)) / 1000))}
                accepting={acceptingId === id}
                busy={acceptingId !== null && acceptingId !== id}
                error={errorOf(id)}
                renderLook={renderLook}
                onAccept={onAccept}
              />
            </li>
          );
        })}
      </ul>
      {freshBelow > 0 && (
        <div className={classes.hint}>
          <Button
            radius="xl"
            onClick={() => virtualizer.scrollToIndex(entries.findIndex(isFreshBelow), { align: 'center' })}
          >
            {m.newBelow({ count: freshBelow })} ↓
          </Button>
        </div>
      )}
    </>
  );
}
