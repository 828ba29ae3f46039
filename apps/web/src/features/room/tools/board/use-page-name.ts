import { useMessages } from '../../../../shared/i18n/use-messages';
import { boardMessages } from './board-messages';
import type { BoardPage } from './board-pages';

/** What a page is called: its topic, or its place in the list. */
export function usePageName(): (pages: readonly BoardPage[], id: string) => string {
  const m = useMessages(boardMessages);
  return (pages, id) => {
    const index = pages.findIndex((page) => page.id === id);
    return pages[index]?.name || m.page({ number: index + 1 });
  };
}
