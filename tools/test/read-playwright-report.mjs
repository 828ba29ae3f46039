import path from 'node:path';

/**
 * Reads Playwright's JSON report. A test that did not run, or passed only when tried again, is a failure; so is every error
 * outside the tests.
 */
export function readPlaywrightReport(json) {
  const { config, suites, errors } = JSON.parse(json);
  const specs = suites.flatMap(specsOf);
  const tests = specs.flatMap((spec) => spec.tests.map((test) => ({ ...test, title: spec.title, file: spec.file })));
  return {
    passed: tests.filter((test) => test.status === 'expected').length,
    problems: [
      ...tests.filter((test) => test.status !== 'expected').map(describe),
      ...(errors ?? []).map((error) => `error outside the tests: ${error.message ?? error.value ?? 'unknown'}`),
    ],
    files: [...new Set(specs.map((spec) => path.resolve(config.rootDir, spec.file)))],
  };
}

const specsOf = (suite) => [...(suite.specs ?? []), ...(suite.suites ?? []).flatMap(specsOf)];

const WORDS = { unexpected: 'failed', flaky: 'flaky', skipped: 'skipped' };

const describe = ({ status, title, file, projectName }) =>
  `${WORDS[status] ?? status}: ${title} (${file}, ${projectName})`;
