import { openPage, servePage } from '../browser/bench-page.mjs';
import { startChromium } from '../browser/chromium.mjs';
import { onStage } from '../processes/stage.mjs';
import { atMost, toResult } from '../report/result.mjs';
import { inTurns } from './sides.mjs';

const ROUNDS = 9;
const WARM_UPS = 2;
const MIB = 1_048_576;

export const joinRow = {
  id: 'D3',
  needsGround: false,
  run: () =>
    onStage(async (stage) => {
      const browser = await startChromium(stage);
      const { ask } = await openPage(stage, browser, await servePage(stage, 'document-join.mjs'));
      const bytes = await ask('open', MIB);
      const samples = await inTurns(ROUNDS, WARM_UPS, (side) =>
        side === 'ours' ? ask('join') : ask('transfer', bytes),
      );
      const name = `a peer that has nothing joins a document of ${Math.round(bytes / 1_024)} KB, ms`;
      return [toResult({ id: 'D3', name, ...samples, goal: atMost(1.5) })];
    }),
};
