import { describe, expect, it } from '@jest/globals';
import { getSchema } from '@tiptap/core';
import { yXmlFragmentToProseMirrorRootNode } from '@tiptap/y-tiptap';
import { Doc, XmlElement, XmlText } from 'yjs';
import { noteExtensions } from './note-extensions';

const schema = getSchema(noteExtensions());

/** What the page makes of a document that the other side wrote by hand. */
function textOf(marks: Record<string, unknown>): unknown {
  const doc = new Doc();
  const paragraph = new XmlElement('paragraph');
  const text = new XmlText();
  doc.getXmlFragment('notes').insert(0, [paragraph]);
  paragraph.insert(0, [text]);
  text.insert(0, 'here', marks);
  const root = yXmlFragmentToProseMirrorRootNode(doc.getXmlFragment('notes'), schema);
  const [mark] = root.firstChild?.firstChild?.marks ?? [];
  if (!mark) return undefined;
  return schema.marks[mark.type.name]?.spec.toDOM?.(mark, true);
}

describe('a link in the notes', () => {
  it('opens in a new tab that knows nothing of this page', () => {
    expect(textOf({ link: { href: 'https://example.org/' } })).toEqual([
      'a',
      { href: 'https://example.org/', target: '_blank', rel: 'noopener noreferrer nofollow' },
      0,
    ]);
  });

  it.each(['javascript:alert(1)', 'data:text/html,x', 'http://example.org', ' javascript:alert(1)', 7, ['x'], {}])(
    'to %p is text',
    (href) => {
      expect(textOf({ link: { href } })).toEqual(['span', 0]);
    },
  );

  it('keeps nothing that the other side says about how it opens', () => {
    const hostile = { href: 'https://example.org/', target: '_self', rel: '', class: 'x', style: 'y', onclick: 'z' };
    expect(textOf({ link: hostile })).toEqual(textOf({ link: { href: 'https://example.org/' } }));
  });

  it('without any address is text', () => {
    expect(textOf({ link: true })).toEqual(['span', 0]);
  });
});

describe('the notes', () => {
  it('highlight in the page’s own colour only', () => {
    expect(textOf({ highlight: { color: 'url(https://evil.example/)' } })).toEqual(['mark', {}, 0]);
  });

  it('know no other elements than those of a text', () => {
    expect(Object.keys(schema.nodes).sort()).toEqual([
      'blockquote',
      'bulletList',
      'codeBlock',
      'doc',
      'hardBreak',
      'heading',
      'horizontalRule',
      'inlineMaths',
      'listItem',
      'orderedList',
      'paragraph',
      'text',
    ]);
    expect(Object.keys(schema.marks).sort()).toEqual([
      'bold',
      'code',
      'deleted',
      'highlight',
      'inserted',
      'italic',
      'link',
      'strike',
    ]);
  });
});
