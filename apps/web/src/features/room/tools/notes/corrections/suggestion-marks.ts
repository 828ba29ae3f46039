import { Extension, Mark } from '@tiptap/core';
import { CARRIED } from '../../../../../shared/corrections/opened-script';

/** What a suggestion looks like is told by the page's style; whose it is, in words. */
export interface SuggestionMarkOptions {
  readonly says: string;
}

/** Within a link, so that an address with a corrected word in it is one link. */
const PRIORITY = 990;

/** Suggested words. With `break` they are the sign of a suggested break; with `joined`, of one that was taken back. */
export const Inserted = Mark.create<SuggestionMarkOptions>({
  name: 'inserted',
  priority: PRIORITY,
  inclusive: false,
  addOptions: () => ({ says: '' }),
  addAttributes: () => ({
    id: { default: null },
    break: { default: null },
    order: { default: null },
    joined: { default: null },
  }),
  renderHTML({ mark }) {
    const kind =
      mark.attrs.break === null ? {} : { 'data-break': mark.attrs.joined === null ? 'suggested' : 'taken-back' };
    return ['ins', { 'data-correction': String(mark.attrs.id), 'data-says': this.options.says, ...kind }, 0];
  },
});

/** Words that are to be taken away. */
export const Deleted = Mark.create<SuggestionMarkOptions>({
  name: 'deleted',
  priority: PRIORITY,
  inclusive: false,
  addOptions: () => ({ says: '' }),
  addAttributes: () => ({ id: { default: null } }),
  renderHTML({ mark }) {
    return ['del', { 'data-correction': String(mark.attrs.id), 'data-says': this.options.says }, 0];
  },
});

const attribute = (shown: string) => ({
  default: null,
  keepOnSplit: false,
  // Nothing that is pasted is a suggestion.
  parseHTML: () => null,
  renderHTML: ({ [shown]: value }: Record<string, unknown>) =>
    typeof value === 'string' ? { [`data-${shown}`]: value } : {},
});

/** What marks cannot say, for they are of text alone. */
export const SuggestionAttributes = Extension.create({
  name: 'suggestionAttributes',
  addGlobalAttributes: () => [
    { types: ['paragraph', 'heading', 'codeBlock'], attributes: { join: attribute('join') } },
    { types: ['hardBreak', 'horizontalRule', 'inlineMaths'], attributes: { suggestion: attribute('suggestion') } },
  ],
});

/** Which lines are those of a script that was opened in the notes: what a line becomes is of it, what is pasted is not. */
export const CarriedAttribute = Extension.create({
  name: 'carriedAttribute',
  addGlobalAttributes: () => [
    {
      types: ['paragraph', 'heading', 'codeBlock', 'horizontalRule'],
      attributes: { [CARRIED]: { default: null, parseHTML: () => null, renderHTML: () => ({}) } },
    },
  ],
});
