import { CloseButton, Group, Text } from '@mantine/core';
import type { Editor } from '@tiptap/core';
import { useCallback, useState, useSyncExternalStore } from 'react';
import { useMessages } from '../../../../shared/i18n/use-messages';
import type { ToolPanelProps } from '../tool';
import { createNoteEditor } from './note-editor';
import { NotesFooter } from './notes-footer';
import { NotesLinkForm } from './notes-link-form';
import { notesMessages } from './notes-messages';
import type { NotesModel } from './notes-model';
import { notesToolMessages } from './notes-tool-messages';
import { NotesToolbar } from './notes-toolbar';
import classes from './notes.module.css';

export function NotesPanel({ model, partner, onClose }: ToolPanelProps<NotesModel>) {
  const m = useMessages(notesMessages);
  const { name } = useMessages(notesToolMessages);
  const snapshot = useSyncExternalStore(model.shared.subscribe, model.shared.getSnapshot);
  const [editor, setEditor] = useState<Editor | null>(null);
  const [linkOpen, setLinkOpen] = useState(false);

  const { text: label } = m;
  const place = useCallback(
    (element: HTMLElement | null) => {
      if (!element) return undefined;
      const made = createNoteEditor({ element, model, partner, label });
      made.commands.focus('end');
      setEditor(made);
      return () => {
        setEditor(null);
        made.destroy();
      };
    },
    [model, partner, label],
  );
  return (
    <>
      <Group justify="space-between" px="md" py={6} wrap="nowrap">
        <Text component="h2" fw={700} m={0} fz="md">
          {name}
        </Text>
        <CloseButton size="xl" aria-label={m.close} onClick={onClose} />
      </Group>
      {editor && <NotesToolbar editor={editor} linkOpen={linkOpen} onLink={() => setLinkOpen((open) => !open)} />}
      {editor && linkOpen && <NotesLinkForm editor={editor} onClose={() => setLinkOpen(false)} />}
      <div ref={place} className={classes.editor} />
      <NotesFooter editor={editor} snapshot={snapshot} />
    </>
  );
}
