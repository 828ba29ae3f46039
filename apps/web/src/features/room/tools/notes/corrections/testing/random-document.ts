import { getSchema } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import fc from 'fast-check';
import { noteExtensions } from '../../note-extensions';

export const schema = getSchema(noteExtensions());

const words = fc.constantFrom('ab', 'c', '안녕', 'd e', '👍', 'fgh');
const marks = fc.constantFrom([], [], [], ['bold'], ['italic', 'bold'], ['code']);
const run = fc.tuple(words, marks).map(([text, names]) =>
  schema.text(
    text,
    names.map((name) => schema.mark(name)),
  ),
);
const hardBreak = fc.constant(schema.node('hardBreak'));
const inline = fc.array(fc.oneof({ weight: 6, arbitrary: run }, { weight: 1, arbitrary: hardBreak }), { maxLength: 3 });

const paragraph = inline.map((content) => schema.node('paragraph', null, content));
const heading = fc
  .tuple(fc.integer({ min: 1, max: 3 }), inline)
  .map(([level, content]) => schema.node('heading', { level }, content));
const rule = fc.constant(schema.node('horizontalRule'));
const list = (name: string, items: fc.Arbitrary<Node>) =>
  fc.array(items, { minLength: 1, maxLength: 3 }).map((content) => schema.node(name, null, content));
const item = paragraph.map((content) => schema.node('listItem', null, [content]));
const nestedItem = fc
  .tuple(paragraph, fc.oneof(list('orderedList', item), paragraph))
  .map((content) => schema.node('listItem', null, content));
const quote = fc
  .array(fc.oneof(paragraph, heading), { minLength: 1, maxLength: 2 })
  .map((content) => schema.node('blockquote', null, content));

const documentOf = (items: fc.Arbitrary<Node>) =>
  fc
    .array(
      fc.oneof(
        { weight: 6, arbitrary: paragraph },
        { weight: 3, arbitrary: heading },
        { weight: 2, arbitrary: list('bulletList', items) },
        { weight: 1, arbitrary: quote },
        { weight: 1, arbitrary: rule },
      ),
      { minLength: 1, maxLength: 4 },
    )
    .map((content) => schema.node('doc', null, content))
    .filter((doc) => caretPlaces(doc).length > 0);

/** Notes as somebody may have written them. */
export const randomDocument = documentOf(item);

/** Without line breaks: what one stands in is torn apart for it, and what another writes there meanwhile with it. */
export const unbrokenDocument = randomDocument.filter((doc) => !doc.toString().includes('hardBreak'));

/** Notes with lists in lists. */
export const nestedDocument = documentOf(fc.oneof(item, nestedItem));

/** Every place at which a caret can stand. */
export function caretPlaces(doc: Node): number[] {
  const places: number[] = [];
  doc.descendants((node, at) => {
    if (!node.isTextblock) return true;
    for (let offset = 0; offset <= node.content.size; offset += 1) {
      if (!isWithinCharacter(node, offset)) places.push(at + 1 + offset);
    }
    return false;
  });
  return places;
}

const isWithinCharacter = (node: Node, offset: number): boolean =>
  /^[\uDC00-\uDFFF]/u.test(node.textBetween(offset, Math.min(offset + 1, node.content.size), '', '/'));
