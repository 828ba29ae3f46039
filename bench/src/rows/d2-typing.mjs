import { startChromium } from '../browser/chromium.mjs';
import { addWaitingStudent, addWatchingMentor } from '../browser/people.mjs';
import { bareTyping } from '../pages/bare-typing.mjs';
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
const bareText = (kind) => ({ from: `[data-testid=${kind}-text]`, to: `[data-testid=${kind}-shown]` });

export const typingRow = {
  id: 'D2',
  needsGround: true,
  run: (ground) =>
    onStage(async (stage) => {
      const { url } = await ground.startProduct(stage);
      const browser = await startChromium(stage);
      const pages = await meet(stage, browser, url);
      await openBare(pages);
      const ours = { ...pages, from: NOTES, to: NOTES, text: '' };
      const baseline = { ...pages, ...bareText('bare'), text: '' };
      const polling = { ...pages, ...bareText('polling'), text: '' };
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

/** @typedef {{ writer: Page, reader: Page, from: string, to: string, text: string }} Desk two pages with one text */

/** Types so many letters, one after the other was drawn; resolves to how long each took, in ms. */
async function type(desk, keys) {
  const took = [];
  await desk.writer.locator(desk.from).focus();
  for (let key = 0; key < keys; key += 1) {
    const letter = 'abcdefghijklmnopqrstuvwxyz'[desk.text.length % 26];
    desk.text += letter;
    const shown = desk.reader.evaluate(
      ([place, text]) => globalThis.benchTyping.untilShown(place, text),
      [desk.to, desk.text],
    );
    await desk.writer.waitForTimeout(PAUSE_MS);
    await desk.writer.keyboard.press(letter);
    const shownAt = await shown;
    took.push(shownAt - (await desk.writer.evaluate(() => globalThis.benchTyping.pressedAt)));
  }
  return took;
}

/** Two people in a call, with the notes open on both sides. */
async function meet(stage, browser, url) {
  const prepare = async (context) => {
    await context.addInitScript(watchTyping);
    await context.addInitScript(bareTyping);
  };
  const student = await addWaitingStudent(stage, browser, url, prepare);
  const mentor = await addWatchingMentor(stage, browser, url, prepare);
  await mentor.page.getByRole('button', { name: `Accept the request of ${student.nickname}`, exact: true }).click();
  const pages = [student.page, mentor.page];
  for (const page of pages) await page.getByTestId('remote-video').waitFor();
  for (const page of pages) {
    // Two cameras, both encoded and decoded here, would take this machine's time from both ways alike.
    await page.keyboard.press('v');
    await page.getByRole('button', { name: /^Notes(,|$)/ }).click();
    await page.locator(NOTES).waitFor();
  }
  return { writer: mentor.page, reader: student.page };
}

/** Lays the bare texts over both pages. */
async function openBare({ writer, reader }) {
  const offer = await writer.evaluate(() => globalThis.benchBare.open());
  const answer = await reader.evaluate((described) => globalThis.benchBare.open(described), offer);
  await writer.evaluate((described) => globalThis.benchBare.accept(described), answer);
  for (const page of [writer, reader]) await page.evaluate(() => globalThis.benchBare.untilOpen());
}
