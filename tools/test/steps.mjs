import { existsSync } from 'node:fs';
import path from 'node:path';
import { program, root, unitTestProjects } from '../workspace.mjs';
import { runCommand } from './run-command.mjs';
import { quietEnvironment, runJest, runPlaywright } from './suites.mjs';
import { asOne, ofCommand } from './tally.mjs';

async function command(packageName, ...args) {
  const run = await runCommand(process.execPath, [program(packageName), ...args], {
    cwd: root,
    env: quietEnvironment(),
    timeoutMs: 15 * 60_000,
  });
  return { ...ofCommand(run), output: run.output };
}

const API = 'apps/api';
const E2E = 'apps/web-e2e';
const INTEGRATION = 'jest.integration.config.mjs';

const notThere = (file) => ({ ...asOne(`${file} does not exist`), output: '' });
const exists = (...parts) => existsSync(path.join(root, ...parts));

/**
 * What "green" means, in order. `needs` names steps without which this one cannot say anything; those that only want
 * the sources run two at a time.
 * @type {{ id: string, title: string, inPairs?: boolean, needs?: string[], run: () => Promise<import('./tally.mjs').Outcome & { output: string }> }[]}
 */
export const steps = [
  {
    id: 'lint',
    title: 'Lint (eslint, the boundaries included)',
    inPairs: true,
    run: () => command('eslint', '.', '--max-warnings', '0'),
  },
  {
    id: 'types',
    title: 'Types (tsc)',
    inPairs: true,
    run: () => command('nx', 'run-many', '-t', 'typecheck', '--parallel=2', '--output-style=static', '--skip-nx-cache'),
  },
  {
    id: 'format',
    title: 'Format (prettier)',
    inPairs: true,
    run: () => command('prettier', '--check', '.', '--log-level', 'warn'),
  },
  {
    id: 'dead-code',
    title: 'Dead code and dependencies (knip)',
    inPairs: true,
    run: () => command('knip', '--no-progress'),
  },
  ...unitTestProjects().map((project) => ({
    id: 'unit',
    title: `Unit tests of ${project}`,
    inPairs: true,
    run: () => runJest(project, 'jest.config.mjs', 10),
  })),
  {
    id: 'build',
    title: 'Build',
    run: () => command('nx', 'run-many', '-t', 'build', '--output-style=static', '--skip-nx-cache'),
  },
  {
    id: 'integration',
    title: 'API over HTTP and sockets, on a real Postgres',
    needs: ['build'],
    run: () => (exists(API, INTEGRATION) ? runJest(API, INTEGRATION, 20) : notThere(`${API}/${INTEGRATION}`)),
  },
  {
    id: 'e2e',
    title: 'End to end, in real browsers',
    needs: ['build'],
    run: () => (exists(E2E, 'playwright.config.ts') ? runPlaywright(E2E, 45) : notThere(`${E2E}/playwright.config.ts`)),
  },
];

export const stepIds = [...new Set(steps.map(({ id }) => id))];
