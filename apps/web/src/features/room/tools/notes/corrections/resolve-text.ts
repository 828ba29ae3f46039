import { XmlText } from 'yjs';
import type { XmlElement, XmlFragment } from 'yjs';
import { breakKindOf, idOf, readJoin, readLeaf } from '../../../../../shared/corrections/suggestion';
import { nodesOf } from '../../../../../shared/corrections/nodes-of';
import type { Decision } from './resolve';

type Decide = (id: string) => Decision | null;

/**
 * Carries out in the document itself what was decided about words, character by character: two sides who do it at once do the
 * same. What the editor writes instead is the difference of two texts, which may hold words that were there already.
 * Blocks stay as they are.
 */
export function resolveWords(notes: XmlFragment, decide: Decide): void {
  for (const node of [...nodesOf(notes)]) {
    if (node instanceof XmlText) resolveText(node, decide);
    else resolveElement(node, decide);
  }
}

interface TextPart {
  readonly insert: unknown;
  readonly attributes?: Readonly<Record<string, unknown>>;
}

function resolveText(text: XmlText, decide: Decide): void {
  let end = text.length;
  for (const { insert, attributes = {} } of (text.toDelta() as TextPart[]).toReversed()) {
    const length = typeof insert === 'string' ? insert.length : 1;
    end -= length;
    const inserted = decisionOf(attributes.inserted, decide);
    const deleted = decisionOf(attributes.deleted, decide);
    const isBreak = breakKindOf(asObject(attributes.inserted).break) !== null;
    if (inserted === 'reject' || deleted === 'accept') text.delete(end, length);
    else {
      if (inserted && !isBreak) text.format(end, length, { inserted: null });
      if (deleted) text.format(end, length, { deleted: null });
    }
  }
}

const decisionOf = (mark: unknown, decide: Decide): Decision | null =>
  mark === undefined ? null : decide(idOf(asObject(mark).id));

const asObject = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};

function resolveElement(element: XmlElement, decide: Decide): void {
  const { join, suggestion } = element.getAttributes() as Record<string, unknown>;
  const joined = readJoin(join);
  const leaf = readLeaf(suggestion);
  if (joined && decide(joined.id) === 'reject') element.removeAttribute('join');
  const decision = leaf && decide(leaf.id);
  if (!leaf || !decision) return;
  if ((decision === 'accept') === (leaf.kind === 'inserted')) element.removeAttribute('suggestion');
  else removeElement(element);
}

function removeElement(element: XmlElement): void {
  const { parent } = element;
  if (!parent || !('toArray' in parent)) return;
  const siblings = parent as XmlElement | XmlFragment;
  const index = siblings.toArray().indexOf(element);
  if (index >= 0) siblings.delete(index, 1);
}
