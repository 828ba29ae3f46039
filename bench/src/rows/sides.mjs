import { fileURLToPath } from 'node:url';
import { BARE_SOCKETS } from '../ground/product.mjs';
import { LOAD_CORE, PinnedProcess } from '../processes/pinned-process.mjs';

const LOAD = fileURLToPath(new URL('../load/main.mjs', import.meta.url));

/** A server with a load process of its own. */
export function withLoad(stage, side) {
  const load = new PinnedProcess(LOAD_CORE, LOAD);
  return { ...side, load: stage.keep(load, () => load.stop()) };
}

/** The product and bare Socket.IO, both running, each with its load. */
export async function startSides(stage, ground, bareEnv = {}) {
  const ours = withLoad(stage, await ground.startProduct(stage));
  const baseline = withLoad(stage, await ground.startBaseline(stage, BARE_SOCKETS, bareEnv));
  return { ours, baseline };
}

/**
 * Takes samples of both sides in turns, the one that goes first alternating, so that a machine that gets slower or
 * faster meanwhile does so for both. The first `warmUps` rounds are thrown away.
 */
export async function inTurns(rounds, warmUps, sample) {
  const samples = { ours: [], baseline: [] };
  for (let round = 0; round < rounds + warmUps; round += 1) {
    const order = round % 2 === 0 ? ['ours', 'baseline'] : ['baseline', 'ours'];
    for (const side of order) {
      const taken = await sample(side, round);
      if (round >= warmUps) samples[side].push(taken);
    }
  }
  return samples;
}

/** One measure of several that a sample has, of both sides. */
export function pick(samples, measure) {
  return { ours: samples.ours.map(measure), baseline: samples.baseline.map(measure) };
}
