import { openPage, servePage } from '../browser/bench-page.mjs';
import { startChromium } from '../browser/chromium.mjs';
import { onStage } from '../processes/stage.mjs';
import { atMost, atMostAbove, toResult } from '../report/result.mjs';
import { median, percentile } from '../report/statistics.mjs';
import { inTurns, pick } from './sides.mjs';

const ROUNDS = 7;
const WARM_UPS = 2;
const MESSAGES = 300;
const POLLED = 20;

export const echoRow = {
  id: 'D1',
  needsGround: false,
  run: () =>
    onStage(async (stage) => {
      const browser = await startChromium(stage);
      const { ask } = await openPage(stage, browser, await servePage(stage, 'echo.mjs'));
      await ask('open');
      const polled = [];
      const samples = await inTurns(ROUNDS, WARM_UPS, async (side, round) => {
        if (side === 'baseline' && round >= WARM_UPS) polled.push(median(await ask('echo', 'polling', POLLED)));
        return ask('echo', side, MESSAGES);
      });
      const halves = pick(samples, median);
      const name = 'a message of 100 B there and back over the data channel, ms';
      const slow = pick(samples, (times) => percentile(times, 0.99));
      const beside = { ours: halves.ours, baseline: polled };
      return [
        toResult({ id: 'D1', name: `${name}, median`, ...halves, goal: atMostAbove(3, 'ms') }),
        toResult({ id: 'D1-slow', name: `${name}, 99th percentile`, ...slow, goal: atMostAbove(20, 'ms') }),
        toResult({ id: 'D1-polling', name: `${name}, beside polling every 100 ms`, ...beside, goal: atMost(0.1) }),
      ];
    }),
};
