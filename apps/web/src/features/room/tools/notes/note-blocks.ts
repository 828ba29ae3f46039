import { Extension } from '@tiptap/core';
import type { Schema } from '@tiptap/pm/model';
import { Plugin } from '@tiptap/pm/state';
import type { XmlFragment } from 'yjs';
import { ContentType, XmlElement, XmlText } from 'yjs';

/**
 * A line is made with the text that both will write into. The editor's binding would make it with the first letter: two who
 * begin the same empty line at once make two texts, each takes the other's over, and what they wrote is there twice
 * (https://github.com/yjs/y-prosemirror/issues/160).
 */
export const noteBlocks = (fragment: XmlFragment): Extension =>
  Extension.create({
    name: 'noteBlocks',
    addProseMirrorPlugins: () => [
      new Plugin({ view: ({ state }) => ({ destroy: makeLinesWithText(fragment, state.schema) }) }),
    ],
  });

/** Gives every empty line made here its text, in a transaction of no origin. Returns the function that stops it. */
export function makeLinesWithText(fragment: XmlFragment, schema: Schema): () => void {
  const made: Parameters<XmlFragment['observeDeep']>[0] = (events, { local }) => {
    if (!local) return;
    const empty = events
      .flatMap((event) => [...event.changes.added])
      .flatMap(({ content }) =>
        content instanceof ContentType && content.type instanceof XmlElement ? emptyLines(content.type, schema) : [],
      );
    if (empty.length === 0) return;
    fragment.doc?.transact(() => {
      for (const line of empty) line.insert(0, [new XmlText()]);
    });
  };
  fragment.observeDeep(made);
  return () => fragment.unobserveDeep(made);
}

function emptyLines(element: XmlElement, schema: Schema): XmlElement[] {
  if (schema.nodes[element.nodeName]?.isTextblock) return element.length === 0 ? [element] : [];
  return element.toArray().flatMap((child) => (child instanceof XmlElement ? emptyLines(child, schema) : []));
}
