import { CloseButton, Group, Text } from '@mantine/core';
import type { Editor } from '@tiptap/core';
import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import { useMessages } from '../../../../shared/i18n/use-messages';
import type { ToolPanelProps } from '../tool';
import { CorrectionsList } from './corrections/corrections-list';
import { correctionsMessages } from './corrections/corrections-messages';
import classesOfCorrections from './corrections/corrections.module.css';
import { showActive } from './corrections/suggestion-view';
import type { Refusal } from './corrections/suggesting';
import { WritingModeBar } from './corrections/writing-mode';
import { MathsForm } from './maths/maths-form';
import { createNoteEditor } from './note-editor';
import { NotesFooter } from './notes-footer';
import { NotesLinkForm } from './notes-link-form';
import { notesMessages } from './notes-messages';
import type { NotesModel } from './notes-model';
import { notesToolMessages } from './notes-tool-messages';
import { NotesToolbar } from './notes-toolbar';
import type { NotesForm } from './notes-toolbar';
import classes from './notes.module.css';

export function NotesPanel({ model, partner, onClose }: ToolPanelProps<NotesModel>) {
  const m = useMessages(notesMessages);
  const words = useMessages(correctionsMessages);
  const { name } = useMessages(notesToolMessages);
  const snapshot = useSyncExternalStore(model.shared.subscribe, model.shared.getSnapshot);
  const mode = useSyncExternalStore(model.subscribe, model.mode);
  const mayStudent = useSyncExternalStore(model.permission.subscribe, model.permission.getSnapshot);
  const [editor, setEditor] = useState<Editor | null>(null);
  const [form, setForm] = useState<NotesForm | null>(null);
  const [refused, setRefused] = useState<Refusal | null>(null);
  const [active, setActive] = useState<string | null>(null);
  const [entered, setEntered] = useState<{ readonly id: string } | null>(null);
  const mayWrite = model.isMentor || mayStudent;

  const { text: label } = m;
  const inserted = model.isMentor ? words.insertedMine : words.inserted({ name: partner });
  const deleted = model.isMentor ? words.deletedMine : words.deleted({ name: partner });
  const place = useCallback(
    (element: HTMLElement | null) => {
      if (!element) return undefined;
      const says = { inserted, deleted };
      const made = createNoteEditor({
        element,
        model,
        partner,
        label,
        says,
        onRefused: setRefused,
        onPicked: (id, how) => {
          setActive(id);
          if (how === 'keyboard') setEntered({ id });
        },
      });
      made.commands.focus('end');
      made.on('update', () => setRefused(null));
      setEditor(made);
      return () => {
        setEditor(null);
        made.destroy();
      };
    },
    [model, partner, label, inserted, deleted],
  );
  useEffect(() => editor?.setEditable(mayWrite, false), [editor, mayWrite]);
  useEffect(() => void (editor && showActive(editor.view, active)), [editor, active]);
  return (
    <>
      <Group justify="space-between" px="md" py={6} wrap="nowrap">
        <Text component="h2" fw={700} m={0} fz="md">
          {name}
        </Text>
        <CloseButton size="xl" aria-label={m.close} onClick={onClose} />
      </Group>
      <WritingModeBar model={model} partner={partner} />
      {editor && mayWrite && (
        <NotesToolbar
          editor={editor}
          key={mode}
          isCorrecting={mode === 'correct'}
          form={form}
          onForm={(one) => setForm(form === one ? null : one)}
        />
      )}
      {editor && mayWrite && mode === 'edit' && form === 'link' && (
        <NotesLinkForm editor={editor} onClose={() => setForm(null)} />
      )}
      {editor && mayWrite && mode === 'edit' && form === 'maths' && (
        <MathsForm editor={editor} onClose={() => setForm(null)} />
      )}
      <div role="alert" className={classesOfCorrections.refused}>
        {refused && mode === 'correct' && (refused === 'formatting' ? words.formattingOff : words.tooMany)}
      </div>
      <div ref={place} className={classes.editor} />
      {editor && (
        <CorrectionsList editor={editor} model={model} active={active} entered={entered} onActive={setActive} />
      )}
      <NotesFooter editor={editor} snapshot={snapshot} />
    </>
  );
}
