import { XmlElement, XmlText } from 'yjs';
import type { XmlFragment } from 'yjs';

/** For specs: somebody writes a paragraph. */
export function write({ fragment }: { readonly fragment: XmlFragment }, words: string): void {
  const paragraph = new XmlElement('paragraph');
  paragraph.insert(0, [new XmlText(words)]);
  fragment.push([paragraph]);
}
