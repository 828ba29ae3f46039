/**
 * @typedef {object} Outcome what one step came to
 * @property {number} passed
 * @property {number} failed
 * @property {string[]} problems one line for each thing that failed; never longer than `failed` is high
 * @property {string[]} [files] the spec files that ran
 */

/** A step that is not made of tests counts as one. */
export const asOne = (problem) =>
  problem === undefined ? { passed: 1, failed: 0, problems: [] } : { passed: 0, failed: 1, problems: [problem] };

export const total = (outcomes) =>
  outcomes.reduce((sum, { passed, failed }) => ({ passed: sum.passed + passed, failed: sum.failed + failed }), {
    passed: 0,
    failed: 0,
  });

export const lastLine = ({ passed, failed }) => `${passed} passed, ${failed} failed`;

/** Green is: something ran, and nothing failed. */
export const exitCode = ({ passed, failed }) => (failed === 0 && passed > 0 ? 0 : 1);

/**
 * The outcome of a test runner: its tests, plus one failure for whatever makes its report untrustworthy.
 * @param {{ passed: number, problems: string[], files: string[] } | undefined} report undefined when none was written
 * @param {{ code: number | null, signal: string | null, timedOut: boolean, leftovers: number }} run
 * @returns {Outcome}
 */
export function ofRunner(report, run) {
  const doubts = [];
  if (run.timedOut) doubts.push('it did not finish in time');
  if (report === undefined) doubts.push(`it ended without a report (${ending(run)})`);
  else if (report.passed + report.problems.length === 0) doubts.push('it ran no test at all');
  else if (report.problems.length === 0 && run.code !== 0)
    doubts.push(`every test passed, yet it ended with ${ending(run)}`);
  if (run.leftovers > 0) doubts.push(`it left ${run.leftovers} process(es) behind`);
  const problems = [...(report?.problems ?? []), ...doubts];
  return { passed: report?.passed ?? 0, failed: problems.length, problems, files: report?.files ?? [] };
}

/** The outcome of a command that either works or does not. */
export function ofCommand(run) {
  if (run.timedOut) return asOne('it did not finish in time');
  if (run.code !== 0) return asOne(`it ended with ${ending(run)}`);
  return asOne(run.leftovers > 0 ? `it left ${run.leftovers} process(es) behind` : undefined);
}

const ending = ({ code, signal }) => (signal === null ? `exit code ${code}` : `signal ${signal}`);
