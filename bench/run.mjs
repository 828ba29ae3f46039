import { mkdir, writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { fileURLToPath } from 'node:url';
import path from 'node:path';
import { prepareGround } from './src/ground/ground.mjs';
import { onStage } from './src/processes/stage.mjs';
import { readOptions, UsageError } from './src/report/options.mjs';
import { toJson, toTable } from './src/report/print.mjs';
import { rows } from './src/rows/rows.mjs';

const RESULTS = fileURLToPath(new URL('./results', import.meta.url));
const say = (text) => process.stderr.write(`${text}\n`);

/** Measures the rows one after the other, adding to `results`; what needs a database shares one. */
async function measure({ only, profile, minutes }, results) {
  const chosen = rows.filter(({ id }) => only.includes(id));
  const profileFolder = profile && path.resolve(profile);
  await onStage(async (stage) => {
    let ground;
    for (const row of chosen) {
      const startedAt = Date.now();
      if (row.needsGround) ground ??= await prepareGround(stage, { profileFolder });
      const measured = await row.run(ground, { minutes });
      results.push(...measured);
      const ratios = measured.map(({ row: { id, ratio } }) => `${id} ${ratio}`).join(', ');
      say(`${ratios} (${((Date.now() - startedAt) / 1000).toFixed(0)} s)`);
    }
  });
}

/** Writes every sample, those of a run that failed later as well. */
async function keep(results) {
  if (results.length === 0) return;
  await mkdir(RESULTS, { recursive: true });
  const takenAt = new Date().toISOString();
  const machine = { node: process.version, cpus: cpus().map(({ model }) => model) };
  const file = path.join(RESULTS, `${takenAt.replaceAll(':', '-')}.json`);
  await writeFile(file, JSON.stringify({ takenAt, machine, results: results.map(({ raw }) => raw) }, null, 2));
  say(`Every sample: ${path.relative(process.cwd(), file)}`);
}

async function main() {
  const ids = rows.map(({ id }) => id);
  const usual = rows.filter(({ onlyWhenAsked }) => !onlyWhenAsked).map(({ id }) => id);
  const options = readOptions(process.argv.slice(2), ids, usual);
  const results = [];
  try {
    await measure(options, results);
  } finally {
    await keep(results);
  }
  console.log((options.json ? toJson : toTable)(results.map(({ row }) => row)));
}

try {
  await main();
} catch (error) {
  say(error instanceof UsageError ? error.message : error.stack);
  if (error instanceof AggregateError) for (const each of error.errors) say(each.stack);
  process.exitCode = 1;
}
