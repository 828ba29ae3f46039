import { Editor } from '@tiptap/core';
import { Collaboration } from '@tiptap/extension-collaboration';
import { noteCursors } from './note-cursors';
import { noteExtensions } from './note-extensions';
import { noteLimit } from './note-limit';
import type { NotesModel } from './notes-model';
import { safeHref } from './safe-href';

export interface NoteEditorOptions {
  /** It gets the editor as its child. */
  readonly element: HTMLElement;
  readonly model: NotesModel;
  /** Their nickname. */
  readonly partner: string;
  /** Its name for those who cannot see it. */
  readonly label: string;
}

/** The place where the notes are written. To be destroyed with its element. */
export const createNoteEditor = ({ element, model, partner, label }: NoteEditorOptions): Editor =>
  new Editor({
    element,
    injectCSS: false,
    extensions: [
      ...noteExtensions,
      Collaboration.configure({ fragment: model.fragment }),
      noteCursors(model.shared.awareness, partner),
      noteLimit((bytes) => model.shared.fits(bytes)),
    ],
    editorProps: {
      attributes: { 'aria-label': label, 'aria-multiline': 'true' },
      handleClick: (_view, _position, { target }) => openLink(target),
    },
  });

/** What is edited is no link to the browser: a click only puts the caret there. */
function openLink(target: EventTarget | null): boolean {
  const link = target instanceof Element ? target.closest('a[href]') : null;
  const href = safeHref(link?.getAttribute('href'));
  if (href === null) return false;
  window.open(href, '_blank', 'noopener,noreferrer');
  return true;
}
