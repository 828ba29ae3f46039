import { randomUUID } from 'node:crypto';
import * as Y from 'yjs';

const NOW = '2026-11-21T08:02:00.000Z';
/** Runs wherever a page takes it for more than words. */
export const PAYLOADS = [
  '<script>window.hacked = 1</script>',
  '<img src=x onerror="window.hacked = 2">',
  'javascript:window.hacked=3',
  '"><svg onload="window.hacked = 4">',
] as const;

/** A sound update whose every part says what no page of ours would write. */
export function hostileUpdate(): Uint8Array {
  const doc = new Y.Doc();
  writeNotes(doc);
  for (const text of PAYLOADS) {
    doc.getArray('chat').push([{ id: randomUUID(), by: 'student', text, at: NOW }]);
    doc
      .getMap('corrections')
      .set(text, new Y.Map(Object.entries({ category: text, comment: text, at: text, state: text, before: text })));
  }
  const svg = new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg" onload="window.hacked = 5"/>');
  const picture = { mimeType: 'image/svg+xml', width: 9e9, height: 1, bytes: svg };
  doc.getArray('chat').push([{ id: randomUUID(), by: 'mentor', text: '', at: NOW, picture }]);
  const board = doc.getMap('board');
  const shape = { x: 0, y: 0, width: 200, height: 100, seed: 1, version: 1, versionNonce: 1, index: 'a0' };
  board.set('page:<img src=x onerror=alert(1)>', { name: PAYLOADS[1], order: '0' });
  for (const [index, type] of ['embeddable', 'iframe', 'rectangle', 'text', 'image', 'constructor'].entries()) {
    const words = { text: PAYLOADS[0], originalText: PAYLOADS[1], link: PAYLOADS[2], fileId: 'evil' };
    board.set(`element:first:${index}`, { type, id: String(index), ...words, ...shape });
  }
  board.set('file:evil', picture);
  doc.getMap('code').set('shown', { language: '<script>', text: PAYLOADS[0] });
  doc.getMap('timer').set('countdown', { lengthMs: PAYLOADS[0], endsAt: { valueOf: 1 }, pausedMs: -1 });
  doc.getMap('permissions').set('studentWrites', PAYLOADS[0]);
  return Y.encodeStateAsUpdate(doc);
}

function writeNotes(doc: Y.Doc): void {
  const element = (
    name: string,
    attributes: Readonly<Record<string, string>>,
    ...children: (Y.XmlElement | Y.XmlText)[]
  ) => {
    const made = new Y.XmlElement(name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    made.insert(0, children);
    return made;
  };
  const text = (words: string, marks: Readonly<Record<string, unknown>> = {}) => {
    const made = new Y.XmlText();
    made.applyDelta([{ insert: words, attributes: marks }]);
    return made;
  };
  const events = { onclick: PAYLOADS[2], style: 'position:fixed;inset:0', class: 'evil', contenteditable: 'false' };
  doc
    .getXmlFragment('notes')
    .insert(0, [
      element('script', { src: 'https://evil.example/x.js' }, text('window.hacked = 6')),
      element('iframe', { srcdoc: PAYLOADS[0] }),
      element(
        'paragraph',
        events,
        text('a link', { link: { href: PAYLOADS[2], target: '_top', onclick: PAYLOADS[2] } }),
      ),
      element('paragraph', {}, element('inlineMaths', { latex: `\\href{${PAYLOADS[2]}}{x}\\htmlClass{evil}{y}` })),
      element('paragraph', {}, element('image', { src: 'x', onerror: PAYLOADS[2] })),
      element(
        'heading',
        { level: PAYLOADS[0] },
        text(PAYLOADS[1], { inserted: { id: PAYLOADS[1] }, bold: PAYLOADS[0] }),
      ),
      element('paragraph', {}, text('still here')),
    ]);
}

/** Runs in the page before its own scripts: keeps its data channels, so that it can be made to say anything. */
export function keepChannels(): void {
  const create = RTCPeerConnection.prototype.createDataChannel;
  RTCPeerConnection.prototype.createDataChannel = function (label, options) {
    const channel = create.call(this, label, options);
    Object.assign(window, { channels: { ...(window as { channels?: object }).channels, [label]: channel } });
    return channel;
  };
}

/** Runs in the page: says it over a channel as it is. */
export function sayOver([label, frames]: readonly [string, readonly (readonly number[])[]]): void {
  const { channels } = window as unknown as { channels: Record<string, RTCDataChannel> };
  for (const frame of frames) channels[label]?.send(Uint8Array.from(frame));
}
