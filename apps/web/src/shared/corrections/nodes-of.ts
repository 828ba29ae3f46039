import { XmlElement, XmlText } from 'yjs';
import type { XmlFragment } from 'yjs';

/** Everything in a part of a document, in the order of the text, however deep somebody nested it. */
export function* nodesOf(part: XmlFragment): Generator<XmlElement | XmlText> {
  const waiting: unknown[] = part.toArray().reverse();
  while (waiting.length > 0) {
    const node = waiting.pop();
    if (node instanceof XmlText) yield node;
    if (!(node instanceof XmlElement)) continue;
    yield node;
    waiting.push(...node.toArray().reverse());
  }
}
