/**
 * Reads what `jest --json` wrote. A test that did not run (skipped, todo, or left out by another's `only`) is a failure,
 * and so is a file that could not be loaded.
 */
export function readJestReport(json) {
  const { testResults } = JSON.parse(json);
  let passed = 0;
  const problems = [];
  for (const { name, status, message, assertionResults } of testResults) {
    const before = problems.length;
    for (const test of assertionResults) {
      if (test.status === 'passed') passed += 1;
      else problems.push(`${test.status}: ${test.fullName} (${name})`);
    }
    if (status === 'failed' && problems.length === before)
      problems.push(`could not run: ${name} ${firstLine(message)}`);
    else if (assertionResults.length === 0 && problems.length === before) problems.push(`no test in ${name}`);
  }
  return { passed, problems, files: testResults.map(({ name }) => name) };
}

const firstLine = (message = '') => message.split('\n').find((line) => line.trim() !== '') ?? '';
