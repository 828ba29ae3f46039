import { LoginRequest, RegisterRequest } from '@ieum/api-contract';
import type { Field, Problems } from './form-problems';
import type { AuthProblem } from './messages';

const FIELDS: readonly Field[] = ['ageBand', 'wants', 'email', 'nickname', 'password'];
const LENGTHS: Readonly<Record<string, AuthProblem>> = {
  'nickname/too_small': 'nickname/short',
  'nickname/too_big': 'nickname/long',
  'password/too_small': 'password/short',
  'password/too_big': 'password/long',
};

interface Issue {
  readonly path: readonly PropertyKey[];
  readonly code: string;
}

const fieldOf = (issue: Issue): Field | undefined => FIELDS.find((field) => field === issue.path[0]);

function problemOf(field: Field, code: string, value: unknown): AuthProblem {
  if (value === null || (typeof value === 'string' && value.trim() === '')) return `${field}/empty`;
  const named = LENGTHS[`${field}/${code}`];
  if (named) return named;
  return field === 'email' ? 'email/invalid' : field === 'nickname' ? 'nickname/invalid' : `${field}/empty`;
}

function problemsOf(issues: readonly Issue[], values: object): Problems {
  const problems: Problems = {};
  for (const issue of issues) {
    const field = fieldOf(issue);
    if (field) problems[field] ??= problemOf(field, issue.code, (values as Record<string, unknown>)[field]);
  }
  return problems;
}

/** What the contract says against these answers, by field; empty when they may be sent. */
export function checkRegistration(values: object): Problems {
  const parsed = RegisterRequest.safeParse(values);
  return parsed.success ? {} : problemsOf(parsed.error.issues, values);
}

export function checkLogin(values: object): Problems {
  const parsed = LoginRequest.safeParse(values);
  return parsed.success ? {} : problemsOf(parsed.error.issues, values);
}
