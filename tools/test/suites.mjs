import { mkdtempSync, existsSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { program, root } from '../workspace.mjs';
import { readJestReport } from './read-jest-report.mjs';
import { readPlaywrightReport } from './read-playwright-report.mjs';
import { runCommand } from './run-command.mjs';
import { ofRunner } from './tally.mjs';

const MINUTE = 60_000;
const NATIVE_MODULES = '--experimental-vm-modules --disable-warning=ExperimentalWarning';

/** The settings of a real deployment must not leak into tests that start the product. */
const PRODUCT_SETTINGS = [
  ...['PORT', 'HOST', 'DATA_DIR', 'DATABASE_URL', 'VALKEY_URL', 'LOG_LEVEL', 'NODE_ENV', 'NODE_OPTIONS'],
  ...['OTEL_EXPORTER_OTLP_ENDPOINT', 'OTEL_TRACES_SAMPLER_ARG'],
  ...['ICE_SERVERS', 'TURN_URLS', 'TURN_SECRET', 'TURN_TTL_SECONDS'],
];

export function quietEnvironment(extra = {}) {
  const env = { ...process.env, CI: 'true', NX_DAEMON: 'false', NX_TUI: 'false', NO_UPDATE_NOTIFIER: '1', ...extra };
  for (const name of PRODUCT_SETTINGS) if (!(name in extra)) delete env[name];
  return env;
}

async function withReport(read, run) {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'ieum-report-'));
  const file = path.join(folder, 'report.json');
  try {
    const result = await run(file);
    const report = existsSync(file) ? read(readFileSync(file, 'utf8')) : undefined;
    return { ...ofRunner(report, result), output: result.output };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export const runJest = (project, config, minutes) =>
  withReport(readJestReport, (file) =>
    runCommand(
      process.execPath,
      [program('jest'), '--ci', '--config', config, '--json', '--outputFile', file, '--passWithNoTests=false'],
      {
        cwd: path.join(root, project),
        env: quietEnvironment({ NODE_OPTIONS: NATIVE_MODULES }),
        timeoutMs: minutes * MINUTE,
      },
    ),
  );

export const runPlaywright = (project, minutes) =>
  withReport(readPlaywrightReport, (file) =>
    runCommand(
      process.execPath,
      [program('@playwright/test', path.join(root, project)), 'test', '--reporter=list,json'],
      {
        cwd: path.join(root, project),
        env: quietEnvironment({ PLAYWRIGHT_JSON_OUTPUT_FILE: file, PLAYWRIGHT_FORCE_TTY: '0' }),
        timeoutMs: minutes * MINUTE,
      },
    ),
  );
