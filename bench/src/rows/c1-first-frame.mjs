import { openPage, servePage } from '../browser/bench-page.mjs';
import { startChromium } from '../browser/chromium.mjs';
import { addWaitingStudent, addWatchingMentor } from '../browser/people.mjs';
import { UdpPath } from '../browser/udp-path.mjs';
import { watchFirstFrame } from '../pages/first-frame.mjs';
import { onStage } from '../processes/stage.mjs';
import { atMostAbove, atMostInAll, toResult } from '../report/result.mjs';
import { median } from '../report/statistics.mjs';
import { inTurns, pick } from './sides.mjs';

const ROUND_TRIPS_MS = [0, 100, 200];
const ROUNDS = 5;
const WARM_UPS = 1;
/** People look at a page before they press anything; what it fetches meanwhile is there by then. */
const SETTLE_MS = 1_500;
const SEEN_WITHIN_MS = 20_000;

export const firstFrameRow = {
  id: 'C1',
  needsGround: true,
  run: (ground) =>
    onStage(async (stage) => {
      const { url } = await ground.startProduct(stage);
      const browser = await startChromium(stage);
      const bareOrigin = await servePage(stage, 'bare-call.mjs');
      const all = [];
      for (const roundTripMs of ROUND_TRIPS_MS) {
        const sides = {
          ours: (onlyHere, prepare) => openProduct(onlyHere, browser, url, prepare),
          baseline: (onlyHere, prepare) => openBare(onlyHere, browser, bareOrigin, prepare),
        };
        // What the first case has warmed up stays warm.
        const warmUps = all.length === 0 ? WARM_UPS : 0;
        all.push(await inTurns(ROUNDS, warmUps, (side) => measure(sides[side], roundTripMs)));
      }
      return resultsOf(all);
    }),
};

/** One call, from the click to the later of the two first frames. */
function measure(open, roundTripMs) {
  return onStage(async (stage) => {
    const path = await UdpPath.open(stage, roundTripMs);
    const prepare = (side) => async (context) => {
      await context.exposeFunction('portTo', (target) => path.expose(target));
      await context.addInitScript(watchFirstFrame, { side });
    };
    const { pages, button } = await open(stage, prepare);
    await new Promise((resolve) => setTimeout(resolve, SETTLE_MS));
    await button.click();
    const marks = [];
    for (const page of pages) {
      await page.waitForFunction(() => 'frame' in globalThis.benchMarks, null, { timeout: SEEN_WITHIN_MS });
      marks.push(await page.evaluate(() => globalThis.benchMarks));
    }
    const clickedAt = marks[0].click;
    const fromClick = marks.map((each) =>
      Object.fromEntries(Object.entries(each).map(([name, at]) => [name, Math.round(at - clickedAt)])),
    );
    return { elapsedMs: Math.max(...marks.map(({ frame }) => frame)) - clickedAt, fromClick };
  });
}

async function openProduct(stage, browser, url, prepare) {
  const student = await addWaitingStudent(stage, browser, url, prepare('b'));
  const mentor = await addWatchingMentor(stage, browser, url, prepare('a'));
  const button = mentor.page.getByRole('button', { name: `Accept the request of ${student.nickname}`, exact: true });
  await button.waitFor();
  return { pages: [mentor.page, student.page], button };
}

async function openBare(stage, browser, origin, prepare) {
  const pages = [];
  for (const side of ['a', 'b']) {
    const { page, ask } = await openPage(stage, browser, origin, prepare(side));
    await ask('open');
    pages.push(page);
  }
  return { pages, button: pages[0].getByRole('button', { name: 'Call' }) };
}

function resultsOf(all) {
  const perRoundTrip = all.flatMap((samples, index) => {
    const roundTripMs = ROUND_TRIPS_MS[index];
    const suffix = roundTripMs === 0 ? '' : `-${roundTripMs}`;
    const name = `the mentor's click (${roundTripMs} ms round trip), ms until both see the first frame`;
    const times = pick(samples, ({ elapsedMs }) => elapsedMs);
    const slowest = { ours: [Math.max(...times.ours)], baseline: [Math.max(...times.baseline)] };
    const details = pick(samples, ({ fromClick }) => fromClick);
    return [
      toResult({ id: `C1${suffix}`, name, ...times, goal: atMostAbove(60, 'ms'), details }),
      toResult({
        id: `C1-slowest${suffix}`,
        name: `${name}, slowest of ${ROUNDS}`,
        ...slowest,
        goal: atMostAbove(150, 'ms'),
      }),
    ];
  });
  const slopes = Object.fromEntries(['ours', 'baseline'].map((side) => [side, [slopeOf(all, side)]]));
  const name = 'round trips from the click to the first frame';
  return [...perRoundTrip, toResult({ id: 'C1-slope', name, ...slopes, goal: atMostInAll(3.6, 'round trips') })];
}

/** How much later the frame comes for each millisecond of round trip. */
function slopeOf(all, side) {
  const [first, last] = [all[0], all.at(-1)].map((samples) => median(samples[side].map(({ elapsedMs }) => elapsedMs)));
  return (last - first) / (ROUND_TRIPS_MS.at(-1) - ROUND_TRIPS_MS[0]);
}
