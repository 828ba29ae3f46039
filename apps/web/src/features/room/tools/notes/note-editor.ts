import { Editor } from '@tiptap/core';
import { Collaboration } from '@tiptap/extension-collaboration';
import { safeHref } from '../../../../shared/lib/safe-href';
import { correctMode } from './corrections/correct-mode';
import type { Refusal } from './corrections/suggesting';
import { suggestionView } from './corrections/suggestion-view';
import type { OnPicked } from './corrections/suggestion-view';
import { noteBlocks } from './note-blocks';
import { noteCaret } from './note-caret';
import { noteCursors } from './note-cursors';
import { noteExtensions } from './note-extensions';
import { noteLimit } from './note-limit';
import { noteSelection } from './note-selection';
import { undoOf } from './note-undo';
import type { NotesModel } from './notes-model';

export interface NoteEditorOptions {
  /** It gets the editor as its child. */
  readonly element: HTMLElement;
  readonly model: NotesModel;
  /** Their nickname. */
  readonly partner: string;
  /** Its name for those who cannot see it. */
  readonly label: string;
  /** Said before suggested words, and before those that are to be taken away. */
  readonly says: { readonly inserted: string; readonly deleted: string };
  readonly onRefused: (reason: Refusal) => void;
  readonly onPicked: OnPicked;
}

/** The place where the notes are written. To be destroyed with its element. */
export const createNoteEditor = ({
  element,
  model,
  partner,
  label,
  says,
  onRefused,
  onPicked,
}: NoteEditorOptions): Editor =>
  new Editor({
    element,
    injectCSS: false,
    editable: model.isMentor || model.permission.getSnapshot(),
    extensions: [
      ...noteExtensions(says),
      Collaboration.configure({ fragment: model.fragment, yUndoOptions: { undoManager: undoOf(model) } }),
      noteBlocks(model.fragment),
      noteSelection(),
      noteCaret(model.shared.awareness),
      noteCursors(model.shared.awareness, partner),
      noteLimit((bytes) => model.shared.fits(bytes)),
      correctMode({ isOn: () => model.mode() === 'correct', book: model.book, onRefused }),
      suggestionView(onPicked),
    ],
    editorProps: {
      attributes: { role: 'textbox', 'aria-label': label, 'aria-multiline': 'true', tabindex: '0' },
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
