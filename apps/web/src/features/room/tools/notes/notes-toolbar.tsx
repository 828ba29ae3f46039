import type { Editor } from '@tiptap/core';
import { useState } from 'react';
import type { KeyboardEvent } from 'react';
import { useMessages } from '../../../../shared/i18n/use-messages';
import { nextPlace } from '../../../../shared/lib/next-place';
import { noteIcons } from './note-icons';
import { notesMessages } from './notes-messages';
import classes from './notes.module.css';
import { useEditorState } from './use-editor-state';

interface NotesToolbarProps {
  readonly editor: Editor;
  /** Only words can be changed then. */
  readonly isCorrecting: boolean;
  readonly form: NotesForm | null;
  readonly onForm: (form: NotesForm) => void;
}

/** What is asked for below the toolbar. */
export type NotesForm = 'link' | 'maths';

interface Tool {
  readonly id: keyof typeof noteIcons;
  readonly press: () => void;
  /** Whether the caret is in such a thing; left out for what is done once. */
  readonly on?: boolean;
  readonly off?: boolean;
}

/** What can be done to the notes. One stop for Tab, arrows within (WAI-ARIA toolbar pattern). */
export function NotesToolbar({ editor, isCorrecting, form, onForm }: NotesToolbarProps) {
  const m = useMessages(notesMessages);
  useEditorState(editor, () => editor.state);
  const [current, setCurrent] = useState(0);
  const tools = toolsOf(editor, form, onForm).filter(({ id }) => !isCorrecting || id === 'undo' || id === 'redo');
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const next = nextPlace(event.key, current, tools.length);
    if (next === null) return;
    event.preventDefault();
    setCurrent(next);
    event.currentTarget.querySelectorAll('button')[next]?.focus();
  };
  return (
    <div className={classes.toolbar} role="toolbar" aria-label={m.tools} onKeyDown={onKeyDown}>
      {tools.map(({ id, press, on, off = false }, index) => (
        <button
          key={id}
          type="button"
          className={classes.tool}
          aria-label={m[id]}
          title={m[id]}
          aria-pressed={on}
          aria-disabled={off || undefined}
          tabIndex={index === current ? 0 : -1}
          onFocus={() => setCurrent(index)}
          // The caret stays where it is.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => off || press()}
        >
          {noteIcons[id]}
        </button>
      ))}
    </div>
  );
}

function toolsOf(editor: Editor, form: NotesForm | null, onForm: (form: NotesForm) => void): Tool[] {
  const act = () => editor.chain().focus();
  const can = editor.can();
  return [
    { id: 'undo', press: () => act().undo().run(), off: !can.undo() },
    { id: 'redo', press: () => act().redo().run(), off: !can.redo() },
    {
      id: 'heading',
      press: () => act().toggleHeading({ level: 2 }).run(),
      on: editor.isActive('heading', { level: 2 }),
    },
    {
      id: 'smallHeading',
      press: () => act().toggleHeading({ level: 3 }).run(),
      on: editor.isActive('heading', { level: 3 }),
    },
    { id: 'bold', press: () => act().toggleBold().run(), on: editor.isActive('bold') },
    { id: 'italic', press: () => act().toggleItalic().run(), on: editor.isActive('italic') },
    { id: 'highlight', press: () => act().toggleHighlight().run(), on: editor.isActive('highlight') },
    { id: 'code', press: () => act().toggleCode().run(), on: editor.isActive('code') },
    { id: 'bulletList', press: () => act().toggleBulletList().run(), on: editor.isActive('bulletList') },
    { id: 'orderedList', press: () => act().toggleOrderedList().run(), on: editor.isActive('orderedList') },
    { id: 'link', press: () => onForm('link'), on: form === 'link' || editor.isActive('link') },
    { id: 'maths', press: () => onForm('maths'), on: form === 'maths' || editor.isActive('inlineMaths') },
  ];
}
