import { randomUUID } from 'node:crypto';
import type { ConsultResponse, CreateConsultRequest, CurrentConsults } from '@ieum/api-contract';
import type { Consult } from '@ieum/signaling-protocol';
import { TestSocket } from './socket-client';
import type { TestAccounts, TestUser } from './test-accounts';

export const aRequest = (changes: Partial<CreateConsultRequest> = {}): CreateConsultRequest => ({
  requestId: randomUUID(),
  kind: 'tutoring',
  topic: 'math',
  message: '분수의 나눗셈이 어려워요',
  language: 'ko',
  ...changes,
});

export async function createConsult(
  api: TestAccounts,
  student: TestUser,
  changes: Partial<CreateConsultRequest> = {},
): Promise<Consult> {
  const answer = await api.post('/api/consults', aRequest(changes), student);
  if (answer.status !== 201) throw new Error(`No consult was made: ${JSON.stringify(answer.body)}`);
  return (answer.body as ConsultResponse).consult;
}

/** A student, a mentor and their matched consult. */
export async function matched(api: TestAccounts, changes: Partial<CreateConsultRequest> = {}) {
  const student = await api.registerStudent();
  const mentor = await api.registerMentor();
  const { id } = await createConsult(api, student, changes);
  const answer = await api.post(`/api/consults/${id}/accept`, undefined, mentor);
  if (answer.status !== 200) throw new Error(`Not accepted: ${JSON.stringify(answer.body)}`);
  return { student, mentor, id };
}

/** A live consult with both members' sockets in its room. */
export async function live(api: TestAccounts, changes: Partial<CreateConsultRequest> = {}) {
  const { student, mentor, id } = await matched(api, changes);
  const studentSocket = await TestSocket.connect(api.url, student.accessToken);
  const mentorSocket = await TestSocket.connect(api.url, mentor.accessToken);
  const studentPeerId = randomUUID();
  const mentorPeerId = randomUUID();
  await studentSocket.ask('room:join', { consultId: id, peerId: studentPeerId });
  const joined = await mentorSocket.ask('room:join', { consultId: id, peerId: mentorPeerId });
  return { student, mentor, id, studentSocket, mentorSocket, studentPeerId, mentorPeerId, joined };
}

/** The refusal code of a REST answer. */
export const codeOf = (answer: { body: unknown }) => (answer.body as { error?: { code?: string } }).error?.code;

export type { ConsultResponse, CurrentConsults };
