import { Text } from '@mantine/core';
import type { Editor } from '@tiptap/core';
import { useMessages } from '../../../../shared/i18n/use-messages';
import type { DocumentSnapshot } from '../../document/shared-document';
import { toMarkdown } from './markdown';
import { notesMessages } from './notes-messages';

import classes from './notes.module.css';
import { toPlainText } from './plain-text';
import { saveText } from '../../../../shared/lib/save-file';

interface NotesFooterProps {
  readonly editor: Editor | null;
  readonly snapshot: DocumentSnapshot;
}

/** Where the notes are kept, and how to keep them oneself. */
export function NotesFooter({ editor, snapshot }: NotesFooterProps) {
  const m = useMessages(notesMessages);
  const save = (ending: 'md' | 'txt') => {
    if (!editor) return;
    const { doc } = editor.state;
    const name = `${m.fileName({ date: today() })}.${ending}`;
    if (ending === 'md') saveText(name, toMarkdown(doc), 'text/markdown');
    else saveText(name, toPlainText(doc), 'text/plain');
  };
  return (
    <div className={classes.footer}>
      <Text fz="sm" role="status" className={classes.status} data-state={snapshot.full ? 'full' : snapshot.server}>
        {snapshot.full ? m.full : m.kept[keptAs(snapshot)]}
      </Text>
      <div className={classes.downloads} role="group" aria-label={m.download}>
        <button
          type="button"
          className={classes.tool}
          aria-label={m.asMarkdown}
          title={m.asMarkdown}
          onClick={() => save('md')}
        >
          .md
        </button>
        <button
          type="button"
          className={classes.tool}
          aria-label={m.asText}
          title={m.asText}
          onClick={() => save('txt')}
        >
          .txt
        </button>
      </div>
    </div>
  );
}

function keptAs({ server, onDevice }: DocumentSnapshot) {
  if (server === 'failing' && !onDevice) return 'failingNowhere';
  if (server === 'saved' && !onDevice) return 'savedElsewhere';
  return server;
}

/** As the person's calendar says, in an order that sorts. */
function today(): string {
  const now = new Date();
  const parts = [now.getFullYear(), now.getMonth() + 1, now.getDate()];
  return parts.map((part) => String(part).padStart(2, '0')).join('-');
}
