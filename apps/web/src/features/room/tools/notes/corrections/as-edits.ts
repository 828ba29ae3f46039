import { Fragment } from '@tiptap/pm/model';
import type { Node, Slice } from '@tiptap/pm/model';
import { Selection } from '@tiptap/pm/state';
import { Mapping, ReplaceStep } from '@tiptap/pm/transform';
import type { Transform } from '@tiptap/pm/transform';
import type { Edit } from './suggest';

/**
 * What a transaction of the editor does to the words, one edit after the other, each in the places of the document before
 * all; `null` when it does anything else, such as formatting.
 */
export function asEdits(tr: Transform): Edit[] | null {
  const edits: Edit[] = [];
  for (const [index, step] of tr.steps.entries()) {
    if (!(step instanceof ReplaceStep)) return null;
    const back = new Mapping(tr.mapping.maps.slice(0, index)).invert();
    edits.push({
      from: inText(tr.before, back.map(step.from, -1), 1),
      to: inText(tr.before, back.map(step.to, 1), -1),
      lines: linesOf(step.slice),
    });
  }
  return edits.map((edit) => ({ ...edit, to: Math.max(edit.from, edit.to) }));
}

/** The nearest place at which words can stand. */
function inText(doc: Node, at: number, direction: 1 | -1): number {
  const $at = doc.resolve(at);
  return $at.parent.isTextblock ? at : Selection.near($at, direction).from;
}

/** The blocks of text of a slice; it begins and ends within them. */
function linesOf({ content, size }: Slice): Fragment[] {
  if (size === 0) return [];
  if (content.firstChild?.isInline) return [content];
  const lines: Fragment[] = [];
  content.descendants((node) => {
    if (node.isTextblock) lines.push(node.content);
    return !node.isTextblock;
  });
  return lines.length > 0 ? lines : [Fragment.empty];
}
