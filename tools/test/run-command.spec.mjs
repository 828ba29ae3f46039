import { describe, expect, it } from '@jest/globals';
import { isRunning } from '../processes.mjs';
import { runCommand } from './run-command.mjs';

const run = (script, timeoutMs = 60_000) =>
  runCommand(process.execPath, ['--eval', script], { cwd: process.cwd(), env: { PATH: process.env.PATH }, timeoutMs });

const CHILD =
  "const child = require('node:child_process').spawn(process.execPath, ['--eval', 'setInterval(() => 1, 1000)'], OPTIONS);";

describe('runCommand', () => {
  it('hands over the exit code and all that was printed', async () => {
    const result = await run("console.log('out'); console.error('err'); process.exitCode = 3;");
    expect(result).toMatchObject({ code: 3, signal: null, timedOut: false, leftovers: 0 });
    expect(result.output.split('\n').sort()).toEqual(['', 'err', 'out']);
  });

  it('gives the command nothing to read', async () => {
    const { output } = await run("process.stdin.on('end', () => console.log('end of input')).resume();");
    expect(output).toBe('end of input\n');
  });

  it('says what is wrong when there is no such program', async () => {
    const result = await runCommand('/nonexistent', [], { cwd: process.cwd(), env: {}, timeoutMs: 1_000 });
    expect(result).toMatchObject({ code: null, leftovers: 0 });
    expect(result.output).toContain('ENOENT');
  });

  it('ends and counts the processes that a command leaves behind', async () => {
    const script = `${CHILD.replace('OPTIONS', "{ stdio: 'ignore' }")} child.unref(); console.log(child.pid);`;
    const { leftovers, output } = await run(script);
    expect(leftovers).toBe(1);
    expect(isRunning(Number(output))).toBe(false);
  }, 20_000);

  it('ends a command that takes too long, with what it started in other groups', async () => {
    const options = "{ stdio: 'ignore', detached: true }";
    const result = await run(`${CHILD.replace('OPTIONS', options)} console.log(child.pid);`, 10_000);
    expect(result).toMatchObject({ timedOut: true });
    expect(isRunning(Number(result.output))).toBe(false);
  }, 30_000);
});
