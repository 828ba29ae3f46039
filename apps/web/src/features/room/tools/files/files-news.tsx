import { useSyncExternalStore } from 'react';
import { useMessages } from '../../../../shared/i18n/use-messages';
import type { SameShape } from '../../../../shared/i18n/define-messages';
import type { ToolNewsProps } from '../tool';
import { cutMiddle } from './cut-middle';
import type { FileEntry } from './file-entry';
import { filesMessages } from './files-messages';
import type { FilesModel } from './files-model';

/** The latest of what happened to the files. */
export function FilesNews({ model, partner }: ToolNewsProps<FilesModel>) {
  const m = useMessages(filesMessages);
  const { news } = useSyncExternalStore(model.subscribe, model.getSnapshot);
  // Told again when it happens again: another element is another message.
  return news && <p key={news.id}>{newsText(m.news, news.entry, partner)}</p>;
}

function newsText(m: SameShape<(typeof filesMessages)['en']['news']>, entry: FileEntry, name: string): string | null {
  const file = cutMiddle(entry.name);
  switch (entry.state.status) {
    case 'offered':
      return m.offered({ name, file });
    case 'done':
      return entry.direction === 'incoming' ? m.received({ name, file }) : m.arrived({ name, file });
    case 'declined':
      return m.declined({ name, file });
    case 'cancelled':
      return m.cancelled({ name, file });
    case 'failed':
      return m.failed({ name, file });
    case 'waiting':
    case 'transferring':
    case 'paused':
      return null;
  }
}
