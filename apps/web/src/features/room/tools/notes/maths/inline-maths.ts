import { Node } from '@tiptap/core';
import { latexOf, showMaths } from './lazy-maths';

/** A formula within a line. It is one character to the editor; what it says is changed in a form. */
export const InlineMaths = Node.create({
  name: 'inlineMaths',
  group: 'inline',
  inline: true,
  atom: true,
  addAttributes: () => ({
    latex: {
      default: '',
      parseHTML: (element) => latexOf(element.getAttribute('data-latex')),
      renderHTML: ({ latex }) => ({ 'data-latex': latexOf(latex) }),
    },
  }),
  parseHTML: () => [{ tag: 'span[data-latex]' }],
  renderHTML: ({ HTMLAttributes }) => ['span', HTMLAttributes],
  renderText: ({ node }) => latexOf(node.attrs.latex),
  addNodeView:
    () =>
    ({ node, HTMLAttributes }) => {
      const dom = document.createElement('span');
      dom.className = 'note-maths';
      const { 'data-suggestion': suggestion } = HTMLAttributes as Record<string, unknown>;
      if (typeof suggestion === 'string') dom.dataset.suggestion = suggestion;
      void showMaths(latexOf(node.attrs.latex), dom);
      return { dom, ignoreMutation: () => true };
    },
});
