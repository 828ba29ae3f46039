import { LocalMedia } from '@ieum/webrtc-client';
import { nextAudio } from './audio.mjs';
import { bareConnected, createBarePair } from './bare-pair.mjs';
import { createSessionPair, sessionsConnected, untilState } from './session-pair.mjs';
import { createWire } from './wire.mjs';

/** For what the browser had received but not yet counted when the path died. */
const DRAIN_MS = 100;
/** A call goes on for a while before it breaks. */
const TALK_MS = 800;

const media = new LocalMedia();
const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

async function talk(pair) {
  await Promise.all(pair.getStats.map(nextAudio));
  await wait(TALK_MS);
}

/** Ends the only path there is; whoever looks for another one finds it. */
async function kill(pair) {
  const deadAt = performance.now();
  await globalThis.killPath();
  const back = wait(DRAIN_MS).then(() => Promise.all(pair.getStats.map(nextAudio)));
  return { deadAt, back };
}

/** The times from the path's death, in ms: of both sides the later one counts. */
const lastSince = (times, deadAt) => Math.max(...times) - deadAt;

async function ours(signalMs) {
  const pair = createSessionPair({ wire: createWire(signalMs), media });
  await sessionsConnected(pair);
  await talk(pair);
  const steps = [];
  for (const side of pair.sides) side.on('healing', ({ step }) => steps.push(step));
  const noticing = Promise.all(pair.sides.map((side) => untilState(side, 'reconnecting')));
  const { deadAt, back } = await kill(pair);
  const noticed = await noticing;
  const measured = {
    noticed: lastSince(noticed, deadAt),
    noticedFirst: Math.min(...noticed) - deadAt,
    back: lastSince(await back, deadAt),
    steps,
  };
  pair.close();
  return measured;
}

async function startBare(signalMs) {
  const pair = createBarePair({ wire: createWire(signalMs), stream: media.stream });
  await bareConnected(pair);
  await talk(pair);
  return pair;
}

/** Nobody can be faster than somebody who knows the moment. */
async function baseline(signalMs) {
  const pair = await startBare(signalMs);
  const { deadAt, back } = await kill(pair);
  pair.sides[0].restartIce();
  const measured = lastSince(await back, deadAt);
  pair.close();
  return measured;
}

/** When a page that trusts the browser hears of it. */
async function unattended(signalMs) {
  const pair = await startBare(signalMs);
  const noticing = pair.sides.map(
    (side) =>
      new Promise((resolve) => {
        side.addEventListener('connectionstatechange', () => {
          if (side.connectionState !== 'connected') resolve(performance.now());
        });
      }),
  );
  const { deadAt } = await kill(pair);
  const measured = lastSince(await Promise.all(noticing), deadAt);
  pair.close();
  return measured;
}

globalThis.bench = { open: () => media.open(), ours, baseline, unattended };
