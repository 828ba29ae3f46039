import { InputRule, Mark, markPasteRule } from '@tiptap/core';
import { safeHref } from '../../../../shared/lib/safe-href';

/** An address that is followed by a space has been written to its end. */
const TYPED = /(?:^|\s)(https:\/\/[^\s<>"'`]+)(\s)$/u;
const PASTED = /https:\/\/[^\s<>"'`]+/gu;

/**
 * A link of the notes. Its only attribute is where it leads: how it opens is decided here and not by whoever wrote it.
 * One that leads anywhere else than `safeHref` allows is text.
 */
export const NoteLink = Mark.create({
  name: 'link',
  // Outermost, so that a link with a bold word in it is one link.
  priority: 1000,
  inclusive: false,
  addAttributes: () => ({ href: { default: null } }),
  parseHTML: () => [
    { tag: 'a[href]', getAttrs: (element) => (safeHref(element.getAttribute('href')) === null ? false : null) },
  ],
  renderHTML({ mark }) {
    const href = safeHref(mark.attrs.href);
    if (href === null) return ['span', 0];
    return ['a', { href, target: '_blank', rel: 'noopener noreferrer nofollow' }, 0];
  },
  addInputRules() {
    return [
      new InputRule({
        find: TYPED,
        handler: ({ state: { tr }, range, match }) => {
          const [, address = '', space = ''] = match;
          const href = safeHref(address);
          if (href === null) return null;
          tr.addMark(range.to - address.length, range.to, this.type.create({ href }));
          tr.insertText(space, range.to).removeStoredMark(this.type);
          return undefined;
        },
      }),
    ];
  },
  addPasteRules() {
    return [
      markPasteRule({
        find: PASTED,
        type: this.type,
        getAttributes: ([address]) => {
          const href = safeHref(address);
          return href === null ? false : { href };
        },
      }),
    ];
  },
});
