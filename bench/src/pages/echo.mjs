import { createBarePair } from './bare-pair.mjs';
import { createSessionPair } from './session-pair.mjs';
import { createWire } from './wire.mjs';

const TEXT = 'x'.repeat(100);
const POLL_MS = 100;

/** Sends a text that comes back, `times` times one after the other; resolves to how long each took, in ms. */
async function echo(times, { send, onBack }) {
  const took = [];
  for (let time = 0; time < times; time += 1) {
    const back = new Promise((resolve) => onBack(resolve));
    const sentAt = performance.now();
    send(TEXT);
    await back;
    took.push(performance.now() - sentAt);
  }
  return took;
}

async function openSessions() {
  const { sides } = createSessionPair({ wire: createWire(0) });
  const [a, b] = sides;
  const open = sides.map((side) => new Promise((resolve) => side.on('channel', (isOpen) => isOpen && resolve())));
  let back;
  a.on('message', () => back());
  b.on('message', (text) => b.send(text));
  await Promise.all(open);
  return { send: (text) => a.send(text), onBack: (listener) => (back = listener) };
}

async function openChannels() {
  const [a, b] = createBarePair({ wire: createWire(0) }).channels;
  let back;
  a.addEventListener('message', () => back());
  b.addEventListener('message', ({ data }) => b.send(data));
  await Promise.all([a, b].map((each) => new Promise((resolve) => each.addEventListener('open', resolve))));
  return { send: (text) => a.send(text), onBack: (listener) => (back = listener) };
}

/** Two sides that ask every 100 ms whether there is something, and are answered without any delay. */
function openPolling() {
  const box = { a: [], b: [] };
  let back;
  setInterval(() => box.b.splice(0).forEach((text) => box.a.push(text)), POLL_MS);
  setTimeout(() => setInterval(() => box.a.splice(0).forEach(() => back()), POLL_MS), POLL_MS / 2);
  return { send: (text) => box.b.push(text), onBack: (listener) => (back = listener) };
}

const ways = {};

globalThis.bench = {
  async open() {
    ways.ours = await openSessions();
    ways.baseline = await openChannels();
    ways.polling = openPolling();
  },
  echo: (way, times) => echo(times, ways[way]),
};
