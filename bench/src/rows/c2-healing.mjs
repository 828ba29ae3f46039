import { openPage, servePage } from '../browser/bench-page.mjs';
import { startChromium } from '../browser/chromium.mjs';
import { UdpPath } from '../browser/udp-path.mjs';
import { onStage } from '../processes/stage.mjs';
import { atMostInAll, toResult } from '../report/result.mjs';
import { inTurns, pick } from './sides.mjs';

const ROUND_TRIPS_MS = [0, 200];
const ROUNDS = 5;
const WARM_UPS = 1;

export const healingRow = {
  id: 'C2',
  needsGround: false,
  run: () =>
    onStage(async (stage) => {
      const browser = await startChromium(stage);
      const origin = await servePage(stage, 'healing.mjs');
      const results = [];
      for (const roundTripMs of ROUND_TRIPS_MS) {
        const call = (name) =>
          onStage(async (onlyHere) => {
            const ask = await openCall(onlyHere, browser, origin, roundTripMs);
            return ask(name, roundTripMs / 2);
          });
        results.push(...(await measure(call, roundTripMs)));
      }
      return results;
    }),
};

/** The browser's own notice takes its time and depends on no round trip: it is waited for in the first case only. */
async function measure(call, roundTripMs) {
  const isFirst = roundTripMs === ROUND_TRIPS_MS[0];
  const unattended = [];
  const samples = await inTurns(ROUNDS, WARM_UPS, async (side, round) => {
    if (side === 'ours') return call('ours');
    if (isFirst && round >= WARM_UPS) unattended.push(await call('unattended'));
    return { back: await call('baseline') };
  });
  const back = toResult({
    id: isFirst ? 'C2' : `C2-${roundTripMs}`,
    name: `the path dies (${roundTripMs} ms round trip), ms until both hear each other again`,
    ...pick(samples, (sample) => sample.back),
    goal: atMostInAll(2_500 + 3 * roundTripMs, 'ms'),
    details: samples.ours,
  });
  if (!isFirst) return [back];
  const noticed = toResult({
    id: 'C2-noticed',
    name: 'the path dies, ms until both sides know',
    ours: samples.ours.map((sample) => sample.noticed),
    baseline: unattended,
    goal: atMostInAll(2_000, 'ms'),
  });
  return [noticed, back];
}

/** A page in which both sides of a call live, with a network between them that can be killed and is then another one. */
async function openCall(stage, browser, origin, roundTripMs) {
  const next = await UdpPath.open(stage, roundTripMs);
  let current = await UdpPath.open(stage, roundTripMs);
  const { ask } = await openPage(stage, browser, origin, async (context) => {
    await context.exposeFunction('portTo', (target) => current.expose(target));
    await context.exposeFunction('killPath', async () => {
      const dying = current;
      current = next;
      await dying.set({ blackOut: true });
    });
  });
  await ask('open');
  return ask;
}
