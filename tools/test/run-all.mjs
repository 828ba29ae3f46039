import { root, specFiles } from '../workspace.mjs';
import { readOptions } from './options.mjs';
import { runCommand, stopAll } from './run-command.mjs';
import { stepIds, steps } from './steps.mjs';
import { quietEnvironment } from './suites.mjs';
import { missingPackages, planInstall, thisMachine } from './system-packages.mjs';
import { asOne, exitCode, lastLine, ofCommand, total } from './tally.mjs';

const outcomes = [];

function finish() {
  const sum = total(outcomes);
  console.log(lastLine(sum));
  process.exitCode = exitCode(sum);
}

async function report(title, run) {
  console.log(`\n== ${title}`);
  const started = Date.now();
  const pulse = setInterval(() => console.log(`   ${title}: still running after ${seconds(started)} s`), 60_000);
  const outcome = await attempt(run);
  clearInterval(pulse);
  outcomes.push(outcome);
  if (outcome.failed > 0) {
    console.log(outcome.output ?? '');
    for (const problem of outcome.problems) console.log(`   ✗ ${problem}`);
  }
  console.log(`   ${outcome.failed === 0 ? 'ok' : 'FAILED'}: ${title}: ${lastLine(outcome)} in ${seconds(started)} s`);
  return outcome;
}

async function attempt(run) {
  try {
    return await run();
  } catch (error) {
    return asOne(error instanceof Error ? (error.stack ?? error.message) : String(error));
  }
}

const seconds = (since) => ((Date.now() - since) / 1000).toFixed(1);

async function install(names) {
  if (names.length === 0) return asOne();
  const plan = planInstall(names, thisMachine());
  if ('refusal' in plan) return asOne(plan.refusal);
  console.log(`   installing with apt-get: ${names.join(' ')}`);
  const run = await runCommand('sh', ['-c', plan.script], {
    cwd: root,
    env: quietEnvironment(),
    timeoutMs: 20 * 60_000,
  });
  return { ...ofCommand(run), output: run.output };
}

/** No spec may lie about where no runner looks. */
function everySpecRan() {
  const ran = new Set(outcomes.flatMap(({ files }) => files ?? []));
  const forgotten = specFiles().filter((file) => !ran.has(file));
  return {
    passed: forgotten.length === 0 ? 1 : 0,
    failed: forgotten.length,
    problems: forgotten.map((file) => `never run: ${file}`),
  };
}

async function main({ ids, everything }) {
  const ready = await report('System packages', () => install(missingPackages(ids)));
  if (ready.failed > 0) return;
  const broken = new Set();
  const runStep = async ({ id, title, needs = [], run }) => {
    const missing = needs.filter((need) => broken.has(need));
    const outcome = await report(
      title,
      missing.length > 0 ? () => asOne(`not run: ${missing.join(', ')} failed`) : run,
    );
    if (outcome.failed > 0) broken.add(id);
  };
  const chosen = steps.filter((step) => ids.includes(step.id));
  const inPairs = chosen.filter((step) => step.inPairs);
  const lane = async () => {
    for (let step = inPairs.shift(); step; step = inPairs.shift()) await runStep(step);
  };
  await Promise.all([lane(), lane()]);
  for (const step of chosen.filter((step) => !step.inPairs)) await runStep(step);
  if (everything) await report('Every spec was run', everySpecRan);
  console.log('');
}

for (const [name, number] of Object.entries({ SIGINT: 2, SIGTERM: 15, SIGHUP: 1 })) {
  process.once(name, async () => {
    await stopAll();
    console.log(`\nstopped by ${name}`);
    console.log(lastLine(total([...outcomes, asOne(name)])));
    process.exit(128 + number);
  });
}

const options = readOptions(process.argv.slice(2), stepIds);
if ('mistake' in options) {
  console.error(options.mistake);
  process.exitCode = 2;
} else {
  await main(options);
  finish();
}
