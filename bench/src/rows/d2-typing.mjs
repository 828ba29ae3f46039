import { openPage, servePage } from '../browser/bench-page.mjs';
import { startChromium } from '../browser/chromium.mjs';
import { addWaitingStudent, addWatchingMentor } from '../browser/people.mjs';
import { watchTyping } from '../pages/watch-typing.mjs';
import { onStage } from '../processes/stage.mjs';
import { atMost, atMostAbove, toResult } from '../report/result.mjs';
import { median, percentile } from '../report/statistics.mjs';
import { inTurns, pick } from './sides.mjs';

const ROUNDS = 5;
const WARM_UPS = 1;
const KEYS = 40;
const POLLED_KEYS = 15;
/** People press a key every tenth of a second or so; an odd time, so that no timer keeps step with it. */
const PAUSE_MS = 137;

const NOTES = '.ProseMirror';
const SHOWN = '[data-testid=shown]';

export const typingRow = {
  id: 'D2',
  needsGround: true,
  run: (ground) =>
    onStage(async (stage) => {
      const { url } = await ground.startProduct(stage);
      const browser = await startChromium(stage);
      const origins = [await servePage(stage, 'bare-typing.mjs'), await servePage(stage, 'bare-typing.mjs')];
      const ours = await openNotes(stage, browser, url);
      const baseline = await openBare(stage, browser, origins[0], false);
      const polling = await openBare(stage, browser, origins[1], true);
      const polled = [];
      const samples = await inTurns(ROUNDS, WARM_UPS, async (side, round) => {
        if (side === 'baseline' && round >= WARM_UPS) polled.push(median(await type(polling, POLLED_KEYS)));
        return type(side === 'ours' ? ours : baseline, KEYS);
      });
      const halves = pick(samples, median);
      const slow = pick(samples, (times) => percentile(times, 0.99));
      const name = 'a key pressed until its letter is drawn at the other side, ms';
      const beside = { ours: halves.ours, baseline: polled };
      return [
        toResult({ id: 'D2', name: `${name}, median`, ...halves, goal: atMostAbove(3, 'ms') }),
        toResult({ id: 'D2-slow', name: `${name}, 99th percentile`, ...slow, goal: atMostAbove(20, 'ms') }),
        toResult({
          id: 'D2-polling',
          name: `${name}, beside the whole text every 100 ms`,
          ...beside,
          goal: atMost(0.1),
        }),
      ];
    }),
};

/** @typedef {{ writer: Page, reader: Page, place: string, text: string }} Desk two pages with one text */

/** Types so many letters, one after the other was drawn; resolves to how long each took, in ms. */
async function type(desk, keys) {
  const took = [];
  await desk.writer.bringToFront();
  for (let key = 0; key < keys; key += 1) {
    const letter = 'abcdefghijklmnopqrstuvwxyz'[desk.text.length % 26];
    desk.text += letter;
    const shown = desk.reader.evaluate(
      ([place, text]) => globalThis.benchTyping.untilShown(place, text),
      [desk.place, desk.text],
    );
    await desk.writer.waitForTimeout(PAUSE_MS);
    await desk.writer.keyboard.press(letter);
    const shownAt = await shown;
    took.push(shownAt - (await desk.writer.evaluate(() => globalThis.benchTyping.pressedAt)));
  }
  return took;
}

/** The notes of a call of the product, open on both sides. */
async function openNotes(stage, browser, url) {
  const prepare = (context) => context.addInitScript(watchTyping);
  const student = await addWaitingStudent(stage, browser, url, prepare);
  const mentor = await addWatchingMentor(stage, browser, url, prepare);
  await mentor.page.getByRole('button', { name: `Accept the request of ${student.nickname}`, exact: true }).click();
  for (const { page } of [student, mentor]) {
    await page.getByRole('button', { name: /^Notes(,|$)/ }).click();
    await page.locator(NOTES).waitFor();
  }
  await mentor.page.locator(NOTES).click();
  return { writer: mentor.page, reader: student.page, place: NOTES, text: '' };
}

async function openBare(stage, browser, origin, polling) {
  const prepare = (context) => context.addInitScript(watchTyping);
  const [a, b] = [await openPage(stage, browser, origin, prepare), await openPage(stage, browser, origin, prepare)];
  const opened = a.ask('open', { offers: true, polling });
  await a.page.locator(SHOWN).waitFor({ state: 'attached' });
  await Promise.all([opened, b.ask('open', { offers: false, polling })]);
  await a.page.locator('textarea').click();
  return { writer: a.page, reader: b.page, place: SHOWN, text: '' };
}
