import { startChromium } from '../browser/chromium.mjs';
import { addWaitingStudent, addWatchingMentor } from '../browser/people.mjs';
import { watchBoard } from '../pages/watch-board.mjs';
import { onStage } from '../processes/stage.mjs';
import { atMostInAll, toResult } from '../report/result.mjs';
import { inTurns } from './sides.mjs';

const ROUNDS = 5;
const WARM_UPS = 1;
const STROKES = 2_000;
const POINTS = 40;
const KEPT_WITHIN_MS = 60_000;
/** The one above all others: in the middle, thick, and in a colour that nothing else has. */
const LAST = { rgb: [224, 49, 49], look: { strokeColor: '#e03131', strokeWidth: 20, x: 750, y: 480 } };

const BOARD = /^Board(,|$)/;

export const boardRow = {
  id: 'D4',
  needsGround: true,
  run: (ground) =>
    onStage(async (stage) => {
      const { url } = await ground.startProduct(stage);
      const browser = await startChromium(stage);
      const prepare = (context) => context.addInitScript(watchBoard);
      const student = await addWaitingStudent(stage, browser, url, prepare);
      const mentor = await addWatchingMentor(stage, browser, url, prepare);
      await mentor.page.getByRole('button', { name: `Accept the request of ${student.nickname}`, exact: true }).click();
      await mentor.page.getByTestId('remote-video').waitFor();
      const path = `/api/consults/${new URL(mentor.page.url()).pathname.split('/').pop()}/document`;
      const bytes = await untilKept(mentor, path, () => fillBoard(mentor.page));
      const samples = await inTurns(ROUNDS, WARM_UPS, (side) =>
        side === 'ours' ? join(student.page) : transfer(student, path),
      );
      return [
        toResult({
          id: 'D4',
          name: `a page is loaded anew, and its board of ${STROKES} strokes opened until all are drawn, beside the transfer of the document (${Math.round(bytes / 1_024)} KB), ms`,
          ...samples,
          goal: atMostInAll(2_000, 'ms'),
        }),
      ];
    }),
};

/** As somebody pastes a drawing from elsewhere. */
async function fillBoard(page) {
  await page.getByRole('button', { name: BOARD }).click();
  const canvas = page.locator('canvas.interactive');
  await canvas.waitFor();
  await canvas.click({ position: { x: 300, y: 300 } });
  const text = JSON.stringify({ type: 'excalidraw/clipboard', elements: strokes() });
  await page.evaluate((pasted) => globalThis.benchBoard.paste(pasted), text);
  await page.evaluate((rgb) => globalThis.benchBoard.untilDrawn(rgb), LAST.rgb);
}

/** Resolves to the size of what the server has, once it has taken as much as the strokes are. */
async function untilKept(person, path, fill) {
  const isWhole = (response) =>
    response.ok() &&
    response.request().method() === 'POST' &&
    response.url().includes(path) &&
    (response.request().postDataBuffer()?.length ?? 0) > STROKES * POINTS;
  await Promise.all([person.page.waitForResponse(isWhole, { timeout: KEPT_WITHIN_MS }), fill()]);
  return (await person.api('GET', path)).update.length;
}

/** Resolves to ms from the press until the last stroke is drawn. */
async function join(page) {
  await page.reload();
  await page.getByTestId('remote-video').waitFor();
  const drawn = page.evaluate((rgb) => globalThis.benchBoard.untilDrawn(rgb), LAST.rgb);
  await page.getByRole('button', { name: BOARD }).click();
  const drawnAt = await drawn;
  return drawnAt - (await page.evaluate(() => globalThis.benchBoard.pressedAt));
}

async function transfer(person, path) {
  const before = performance.now();
  await person.api('GET', path);
  return performance.now() - before;
}

/** Waves in rows, as handwriting is. */
function strokes() {
  return Array.from({ length: STROKES }, (_, index) => ({
    id: `stroke-${index}`,
    type: 'freedraw',
    x: (index % 50) * 30,
    y: Math.floor(index / 50) * 24,
    width: 26,
    height: 12,
    angle: 0,
    strokeColor: '#1e1e1e',
    backgroundColor: 'transparent',
    fillStyle: 'solid',
    strokeWidth: 2,
    strokeStyle: 'solid',
    roughness: 1,
    opacity: 100,
    groupIds: [],
    frameId: null,
    roundness: null,
    seed: index + 1,
    version: 1,
    versionNonce: index + 1,
    isDeleted: false,
    boundElements: null,
    updated: 1,
    link: null,
    locked: false,
    points: Array.from({ length: POINTS }, (_, at) => [at * 0.66, 6 * Math.sin((at + index) / 4)]),
    pressures: [],
    simulatePressure: true,
    lastCommittedPoint: null,
    ...(index === STROKES - 1 ? LAST.look : {}),
  }));
}
