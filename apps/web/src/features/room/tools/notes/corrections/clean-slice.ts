import { Fragment, Slice } from '@tiptap/pm/model';
import type { Node } from '@tiptap/pm/model';
import { breakOf, isDeleted } from './pieces';

/** What is copied or pasted, as it reads with everything accepted: it belongs to no correction where it comes to. */
export const cleanSlice = ({ content, openStart, openEnd }: Slice): Slice =>
  new Slice(clean(content), openStart, openEnd);

function clean(content: Fragment): Fragment {
  return Fragment.fromArray(content.content.filter((node) => !isDeleted(node)).flatMap(cleanNode));
}

function cleanNode(node: Node): Node | Node[] {
  const { hardBreak } = node.type.schema.nodes;
  if (hardBreak && breakOf(node)) return [...(node.text ?? '')].map(() => hardBreak.create());
  if (node.isText)
    return node.mark(node.marks.filter(({ type }) => type.name !== 'inserted' && type.name !== 'deleted'));
  const attrs = { ...node.attrs };
  for (const key of ['join', 'suggestion']) if (key in attrs) attrs[key] = null;
  return node.type.create(attrs, clean(node.content), node.marks);
}
