import { useSyncExternalStore } from 'react';
import { useMessages } from '../../../../shared/i18n/use-messages';
import type { ToolNewsProps } from '../tool';
import { notesMessages } from './notes-messages';
import type { NotesModel } from './notes-model';

/** That somebody writes where nobody looks. */
export function NotesNews({ model, partner }: ToolNewsProps<NotesModel>) {
  const m = useMessages(notesMessages);
  const unread = useSyncExternalStore(model.subscribe, model.unread);
  return unread > 0 && <p>{m.news({ name: partner })}</p>;
}
