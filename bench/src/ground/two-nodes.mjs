import { startValkey } from './valkey.mjs';

const JOINED_WITHIN_MS = 10_000;

/** Two nodes of one installation that know each other. */
export async function startTwoNodes(stage, ground) {
  const valkeyUrl = await startValkey(stage);
  const nodes = [await ground.startProduct(stage, { valkeyUrl }), await ground.startProduct(stage, { valkeyUrl })];
  for (const { url } of nodes) await untilJoined(url);
  return nodes;
}

async function untilJoined(url) {
  const deadline = Date.now() + JOINED_WITHIN_MS;
  for (;;) {
    const answer = await fetch(`${url}/api/health/ready`);
    if (answer.ok && (await answer.json()).degraded.length === 0) return;
    if (Date.now() > deadline) throw new Error('The nodes do not find each other.');
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
