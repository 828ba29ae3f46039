import { Extension } from '@tiptap/core';
import type { Editor } from '@tiptap/core';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import type { EditorState } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import type { EditorView } from '@tiptap/pm/view';
import { idOf } from '../../../../../shared/corrections/suggestion';
import { piecesOf } from './pieces';
import { touchingId } from './touching-id';

/** Somebody pointed at a correction in the text, or asked with the keyboard to go from there to its place in the list. */
export type OnPicked = (id: string, how: 'pointer' | 'keyboard') => void;

interface Shown {
  readonly active: string | null;
  readonly decorations: DecorationSet;
}

const key = new PluginKey<Shown>('suggestionView');

/** Shows where suggested blocks begin and end, and which correction one looks at. */
export const suggestionView = (onPicked: OnPicked): Extension =>
  Extension.create({
    name: 'suggestionView',
    addProseMirrorPlugins() {
      const { editor } = this;
      return [shownPlugin(editor, onPicked)];
    },
  });

const shownPlugin = (editor: Editor, onPicked: OnPicked) =>
  new Plugin<Shown>({
    key,
    state: {
      init: (_config, state) => shown(state, null),
      apply: (tr, before, _old, state) => {
        const chosen = tr.getMeta(key) as { readonly active: string | null } | undefined;
        if (!tr.docChanged && !chosen) return before;
        return shown(state, chosen ? chosen.active : before.active);
      },
    },
    props: {
      attributes: () => ({ 'aria-readonly': String(!editor.isEditable) }),
      decorations: (state) => key.getState(state)?.decorations,
      handleClick: (_view, _at, { target }) => {
        const element = target instanceof Element ? target.closest('[data-correction]') : null;
        const id = idOf(element?.getAttribute('data-correction'));
        if (id !== '') onPicked(id, 'pointer');
        return false;
      },
      handleKeyDown: ({ state: { doc, selection } }, event) => {
        if (event.key !== 'Enter' || !event.altKey || event.isComposing) return false;
        const id = touchingId(doc, selection.from, selection.to, { isOpen: () => true });
        if (id !== null) onPicked(id, 'keyboard');
        return id !== null;
      },
    },
  });

/** Highlights a correction in the text; `null`: none. */
export function showActive(view: EditorView, active: string | null): void {
  if (key.getState(view.state)?.active !== active) view.dispatch(view.state.tr.setMeta(key, { active }));
}

function shown({ doc }: EditorState, active: string | null): Shown {
  const decorations = piecesOf(doc).flatMap((piece): Decoration[] => {
    const mine = piece.id === active ? [Decoration.inline(piece.from, piece.to, { class: 'correction-active' })] : [];
    if (piece.what === 'join') {
      const attributes = { class: piece.id === active ? 'suggested-join correction-active' : 'suggested-join' };
      return [Decoration.node(piece.from, piece.from + (doc.nodeAt(piece.from)?.nodeSize ?? 0), attributes)];
    }
    if (piece.what !== 'break' || piece.joined) return mine;
    return [...mine, Decoration.widget(piece.to, () => document.createElement('br'), { side: -1, key: 'break' })];
  });
  return { active, decorations: DecorationSet.create(doc, decorations) };
}
