import { startChromium } from '../browser/chromium.mjs';
import { addWaitingStudent, addWatchingMentor } from '../browser/people.mjs';
import { busiestRenderers, heapOf, ownMemoryOf } from '../browser/renderers.mjs';
import { onStage } from '../processes/stage.mjs';
import { atMost, toResult } from '../report/result.mjs';

/** A call has begun to be the same all the time. */
const SETTLE_MS = 60_000;
/** How long CPU time is counted at the beginning and at the end. */
const WINDOW_MS = 30_000;

const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** Holds one call for as long as it is told; here the baseline is the same call at its beginning. */
export const longCallRow = {
  id: 'C3',
  needsGround: true,
  onlyWhenAsked: true,
  run: (ground, { minutes }) =>
    onStage(async (stage) => {
      const { url } = await ground.startProduct(stage);
      const browser = await startChromium(stage);
      const pages = await startCall(stage, browser, url);
      await wait(SETTLE_MS);
      const renderers = await busiestRenderers(browser, pages.length);
      const first = await sample(browser, pages, renderers);
      await wait(Math.max(0, minutes * 60_000 - SETTLE_MS - 2 * WINDOW_MS));
      const last = await sample(browser, pages, renderers);
      await stillTogether(pages);
      const row = (id, name, measure) =>
        toResult({ id, name, ours: last.map(measure), baseline: first.map(measure), goal: atMost(1.2) });
      const when = `of a page in a call after ${minutes} min, beside after 1 min`;
      return [
        row('C3', `own memory, MB, ${when}`, ({ memory }) => memory),
        row('C3-heap', `JavaScript heap, MB, ${when}`, ({ heap }) => heap),
        row('C3-cpu', `CPU, % of a core, ${when}`, ({ cpu }) => cpu),
      ];
    }),
};

async function startCall(stage, browser, url) {
  const student = await addWaitingStudent(stage, browser, url);
  const mentor = await addWatchingMentor(stage, browser, url);
  await mentor.page.getByRole('button', { name: `Accept the request of ${student.nickname}`, exact: true }).click();
  const pages = [mentor.page, student.page];
  await stillTogether(pages);
  return pages;
}

/** Each page has a picture of the other side, and another one after it. */
async function stillTogether(pages) {
  for (const page of pages) {
    const remote = page.getByTestId('remote-video');
    await remote.evaluate(
      (video) =>
        new Promise((resolve) => {
          video.requestVideoFrameCallback(() => video.requestVideoFrameCallback(resolve));
        }),
    );
  }
}

/** Memory as it is, and what CPU time the next half minute takes. */
async function sample(browser, pages, renderers) {
  const heaps = await Promise.all(pages.map(heapOf));
  const memory = await Promise.all(renderers.map(({ id }) => ownMemoryOf(id)));
  const before = await cpuOf(browser, renderers);
  await wait(WINDOW_MS);
  const after = await cpuOf(browser, renderers);
  return renderers.map((_, index) => ({
    heap: heaps[index],
    memory: memory[index],
    cpu: ((after[index] - before[index]) / (WINDOW_MS / 1_000)) * 100,
  }));
}

async function cpuOf(browser, renderers) {
  const all = await busiestRenderers(browser, Infinity);
  return renderers.map(({ id }) => all.find((each) => each.id === id).cpuSeconds);
}
