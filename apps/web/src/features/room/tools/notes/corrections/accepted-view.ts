import type { Node } from '@tiptap/pm/model';
import { Transform } from '@tiptap/pm/transform';
import { resolve } from './resolve';

/** No character that anybody writes (Unicode noncharacters). */
const [FROM, TO] = ['\u{FDD0}', '\u{FDD1}'];

export interface AcceptedView {
  readonly doc: Node;
  readonly from: number;
  readonly to: number;
}

/** The document as it would be with everything accepted, and where two places of it would be. Both are within text blocks. */
export function acceptedView(doc: Node, from: number, to: number): AcceptedView {
  const { schema } = doc.type;
  const tr = new Transform(doc);
  // A place beside a suggested break belongs to one of the two blocks: what stands there goes along with it.
  tr.insert(to, schema.text(TO)).insert(from, schema.text(FROM));
  resolve(tr, () => 'accept');
  const start = placeOf(tr.doc, FROM);
  tr.delete(start, start + 1);
  const end = placeOf(tr.doc, TO);
  tr.delete(end, end + 1);
  return { doc: tr.doc, from: start, to: end };
}

function placeOf(doc: Node, sign: string): number {
  let place = 0;
  doc.descendants((node, at) => {
    const index = node.text?.indexOf(sign) ?? -1;
    if (index >= 0) place = at + index;
  });
  return place;
}
