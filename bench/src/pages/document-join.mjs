import { inspectorWorker, RoomDocument, WorkerInspector } from '@ieum/room-document';
import { browserPlatform, PeerSession } from '@ieum/webrtc-client';
import { createBarePair } from './bare-pair.mjs';
import InspectorWorker from './inspector.worker.mjs?worker&inline';
import { createWire } from './wire.mjs';

const CHUNK = 16_384;
const MOST_BUFFERED = 16 * CHUNK;
const SENTENCE = 'Yesterday we divided one fraction by another, and wondered why. ';
const { clock } = browserPlatform();

/** With all that the product's has; `known` is taken in first, by a thread that runs. */
async function createDocument(known) {
  const inspector = new WorkerInspector({ createWorker: () => inspectorWorker(new InspectorWorker()), clock });
  const document = new RoomDocument({ inspector, clock });
  await document.receive(known, 'before');
  return document;
}

/** A text that was written in no order, until the document is so large. */
async function writtenDocument(bytes) {
  const document = await createDocument(Uint8Array.of(0, 0));
  const text = document.doc.getText('notes');
  for (let size = 0, seed = 1; size < bytes; size = document.encode().byteLength) {
    document.doc.transact(() => {
      for (let sentence = 0; sentence < 100; sentence += 1) {
        seed = (seed * 48_271) % 2_147_483_647;
        text.insert(seed % (text.length + 1), SENTENCE);
      }
    });
  }
  return document;
}

async function openSessions() {
  const wire = createWire(0);
  const channels = [{ label: 'document' }];
  const b = new PeerSession({ polite: true, signaling: wire.b, channels });
  const a = new PeerSession({ polite: false, signaling: wire.a, channels });
  const ends = [a, b].map((side) => side.channel('document'));
  await Promise.all(ends.map((end) => new Promise((resolve) => end.on('open', (isOpen) => isOpen && resolve()))));
  return ends;
}

/** Resolves to ms from the meeting of both until the one that had nothing has all. */
async function join(document, [near, far]) {
  const late = await createDocument(Uint8Array.of(0, 0));
  const { length } = document.doc.getText('notes');
  const begunAt = performance.now();
  const joined = new Promise((resolve) => {
    late.onUpdate(() => late.doc.getText('notes').length === length && resolve(performance.now() - begunAt));
  });
  const stop = document.connect(near);
  late.connect(far);
  const tookMs = await joined;
  stop();
  late.close();
  return tookMs;
}

/** Resolves to ms from the first byte that is sent to the last that arrived. */
async function transfer(bytes, [near, far]) {
  const begunAt = performance.now();
  let arrived = 0;
  const done = new Promise((resolve) => {
    far.onmessage = ({ data }) => {
      arrived += data.byteLength;
      if (arrived === bytes) resolve(performance.now() - begunAt);
    };
  });
  near.bufferedAmountLowThreshold = MOST_BUFFERED / 2;
  for (let sent = 0; sent < bytes; sent += CHUNK) {
    if (near.bufferedAmount > MOST_BUFFERED) await new Promise((resolve) => (near.onbufferedamountlow = resolve));
    near.send(new Uint8Array(Math.min(CHUNK, bytes - sent)));
  }
  return done;
}

const ground = {};

globalThis.bench = {
  async open(bytes) {
    ground.document = await writtenDocument(bytes);
    ground.sessions = await openSessions();
    ground.bare = createBarePair({ wire: createWire(0) }).channels;
    for (const channel of ground.bare) channel.binaryType = 'arraybuffer';
    await Promise.all(ground.bare.map((each) => new Promise((resolve) => each.addEventListener('open', resolve))));
    return ground.document.encode().byteLength;
  },
  join: () => join(ground.document, ground.sessions),
  transfer: (bytes) => transfer(bytes, ground.bare),
};
