import { useSyncExternalStore } from 'react';
import { useMessages } from '../../../../shared/i18n/use-messages';
import type { ToolNewsProps } from '../tool';
import { boardMessages } from './board-messages';
import type { BoardModel } from './board-model';

/** That somebody draws where nobody looks. */
export function BoardNews({ model, partner }: ToolNewsProps<BoardModel>) {
  const m = useMessages(boardMessages);
  const { unread } = useSyncExternalStore(model.subscribe, model.getSnapshot);
  return unread > 0 && <p>{m.news({ name: partner })}</p>;
}
