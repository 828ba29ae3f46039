import { describe, expect, it } from '@jest/globals';
import { createRelativePositionFromTypeIndex, Doc, relativePositionToJSON, XmlElement, XmlText } from 'yjs';
import { isSomewhere } from './note-cursors';

const doc = new Doc();
const paragraph = new XmlElement('paragraph');
const text = new XmlText();
doc.getXmlFragment('notes').insert(0, [paragraph]);
paragraph.insert(0, [text]);
text.insert(0, 'words');
const { client } = paragraph._item?.id ?? { client: 0 };
const place: unknown = relativePositionToJSON(createRelativePositionFromTypeIndex(text, 2));

const isShown = (anchor: unknown, head = anchor) => isSomewhere(doc, { cursor: { anchor, head } });

describe('a caret of the other side', () => {
  it('is shown where it is in the notes', () => {
    expect(isShown(place)).toBe(true);
  });

  it.each([
    ['somewhere this page knows nothing of', { item: { client: 1, clock: 5 } }],
    ['in something of somebody unknown', { type: { client: 1, clock: 5 } }],
    ['beyond what was written', { type: { client, clock: 900 } }],
    ['within a word instead of an element', { type: { client, clock: 3 } }],
    ['nowhere at all', {}],
  ])('that is %s is not shown, and breaks nothing', (_where, anchor) => {
    expect(isShown(anchor)).toBe(false);
    expect(isShown(place, anchor)).toBe(false);
  });

  it('is not shown while nobody writes', () => {
    expect(isSomewhere(doc, { cursor: null })).toBe(false);
    expect(isSomewhere(doc, {})).toBe(false);
  });
});
