import { useRef } from 'react';
import type { KeyboardEvent } from 'react';
import { useMessages } from '../../../../shared/i18n/use-messages';
import { nextPlace } from '../../../../shared/lib/next-place';
import { boardIcons } from './board-icons';
import { boardMessages } from './board-messages';
import type { BoardSnapshot } from './board-model';
import classes from './board.module.css';
import { usePageName } from './use-page-name';

interface BoardTabsProps {
  readonly snapshot: BoardSnapshot;
  readonly partner: string;
  /** The id of what the chosen tab shows. */
  readonly controls: string;
  readonly onOpen: (id: string) => void;
  readonly onAdd: () => void;
}

/** The pages: one stop for Tab, arrows within (WAI-ARIA tabs pattern), and a button for one more. */
export function BoardTabs({ snapshot, partner, controls, onOpen, onAdd }: BoardTabsProps) {
  const m = useMessages(boardMessages);
  const nameOf = usePageName();
  const list = useRef<HTMLDivElement>(null);
  const { pages, page: current, partnerPage } = snapshot;
  const onKeyDown = (event: KeyboardEvent) => {
    const index = nextPlace(
      event.key,
      pages.findIndex(({ id }) => id === current),
      pages.length,
    );
    const next = index === null ? undefined : pages[index];
    if (!next) return;
    event.preventDefault();
    onOpen(next.id);
    list.current?.querySelectorAll<HTMLElement>('[role="tab"]')[index ?? 0]?.focus();
  };
  return (
    <div className={classes.pages}>
      <div ref={list} className={classes.tabs} role="tablist" aria-label={m.pages}>
        {pages.map((page) => (
          <button
            key={page.id}
            type="button"
            role="tab"
            className={classes.tab}
            aria-selected={page.id === current}
            aria-controls={page.id === current ? controls : undefined}
            tabIndex={page.id === current ? 0 : -1}
            title={page.id === partnerPage ? m.partnerHere({ name: partner }) : undefined}
            onClick={() => onOpen(page.id)}
            onKeyDown={onKeyDown}
          >
            <span className={classes.tabName}>{nameOf(pages, page.id)}</span>
            {page.id === partnerPage && (
              <span className={classes.partner} role="img" aria-label={m.partnerHere({ name: partner })} />
            )}
          </button>
        ))}
      </div>
      <button type="button" className={classes.tool} aria-label={m.addPage} title={m.addPage} onClick={onAdd}>
        {boardIcons.add}
      </button>
    </div>
  );
}
