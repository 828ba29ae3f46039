import { randomUUID } from 'node:crypto';
import type {
  FeedbackJob,
  FeedbackJobListResponse,
  FeedbackJobResponse,
  Script,
  ScriptResponse,
  WrittenFeedback,
  WrittenFeedbackResponse,
} from '@ieum/api-contract';
import { codeOf } from './consult-fixtures';
import type { TestAccounts, TestUser } from './test-accounts';
import type { TestAnswer } from './test-requests';

export const TEXT = 'I goes to park every day.';
export const CORRECTED = 'I go to the park every day.';

/** A script of a student's, for the question with this number. */
export async function writeScript(
  api: TestAccounts,
  student: TestUser,
  { text = TEXT, question = 0 }: { readonly text?: string; readonly question?: number } = {},
): Promise<Script> {
  const [row] = await api.query<{ id: string }>('SELECT id FROM questions ORDER BY key LIMIT 1 OFFSET $1', [question]);
  const path = `/api/scripts/of-question/${row?.id}`;
  return body<ScriptResponse>(await api.put(path, { revision: 0, text }, student)).script;
}

/** Asks for written feedback; returns the request's id. */
export async function ask(
  api: TestAccounts,
  student: TestUser,
  scriptId: string,
  more: { readonly recordingIds?: readonly string[]; readonly note?: string } = {},
): Promise<string> {
  const id = randomUUID();
  body(await api.post('/api/written-feedback', { id, scriptId, recordingIds: [], ...more }, student));
  return id;
}

export const jobPath = (id: string, rest = '') => `/api/mentors/me/written-feedback/${id}${rest}`;

export async function claim(api: TestAccounts, mentor: TestUser, id: string): Promise<FeedbackJob> {
  return body<FeedbackJobResponse>(await api.post(jobPath(id, '/claim'), undefined, mentor)).job;
}

/** What mentors do with requests, and what students see of it. */
export class FeedbackDesk {
  constructor(private readonly api: TestAccounts) {}

  async own(student: TestUser, id: string): Promise<WrittenFeedback> {
    return body<WrittenFeedbackResponse>(await this.api.get(`/api/written-feedback/${id}`, student)).writtenFeedback;
  }

  async job(mentor: TestUser, id: string): Promise<FeedbackJob> {
    return body<FeedbackJobResponse>(await this.api.get(jobPath(id), mentor)).job;
  }

  async waiting(mentor: TestUser, query = ''): Promise<FeedbackJobListResponse> {
    return body(await this.api.get(jobPath(`waiting${query}`), mentor));
  }

  post(mentor: TestUser, id: string, what: string, sent?: unknown): Promise<TestAnswer> {
    return this.api.post(jobPath(id, `/${what}`), sent, mentor);
  }

  save(mentor: TestUser, id: string, revision: number, change: object = {}): Promise<TestAnswer> {
    const draft = { revision, text: CORRECTED, comment: '', moments: [], ...change };
    return this.api.put(jobPath(id, '/draft'), draft, mentor);
  }

  async letRunOut(id: string): Promise<void> {
    await this.api.query('UPDATE written_feedbacks SET claimed_until = now() WHERE id = $1', [id]);
  }
}

export const jobOf = (answer: TestAnswer): FeedbackJob => body<FeedbackJobResponse>(answer).job;

export const refusal = (answer: TestAnswer) => [answer.status, codeOf(answer)];

/** What a granted answer says. */
export function body<Body>({ status, body: said }: TestAnswer): Body {
  if (status >= 300) throw new Error(`Refused: ${status} ${JSON.stringify(said)}`);
  return said as Body;
}
