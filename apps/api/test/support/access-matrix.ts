import { randomUUID } from 'node:crypto';
import type { OpenAPIObject } from '@nestjs/swagger';
import type { RequestName } from '@ieum/signaling-protocol';
import { aRequest } from './consult-fixtures';

/** A route as the OpenAPI document has it. */
export interface Route {
  readonly method: string;
  readonly path: string;
  readonly key: string;
  /** The names of the ids in its path. */
  readonly ids: readonly string[];
  readonly takesBody: boolean;
  readonly isPublic: boolean;
}

const PUBLIC = new Set([
  'POST /api/auth/register',
  'POST /api/auth/login',
  'POST /api/auth/refresh',
  'POST /api/auth/logout',
  'GET /api/health/live',
  'GET /api/health/ready',
]);

const QUESTION = {
  topic: 'home',
  type: 'describe',
  minLevel: 1,
  maxLevel: 4,
  text: 'What do you see from your window?',
  help: '창밖으로 보이는 것을 말해 보세요.',
};

/** When the question of the matrix was changed last, as far as its admins know. */
export const QUESTION_UPDATED_AT = '2026-01-01T00:00:00.000Z';

/** Good bodies for the routes that take one. A new route that takes one has to be added here. */
const BODIES: Readonly<Record<string, () => unknown>> = {
  'POST /api/auth/password': () => ({ current: 'not-this-one', next: 'another-good-passphrase' }),
  'PATCH /api/users/me': () => ({}),
  'POST /api/users/me/erase': () => ({ password: 'not-this-one' }),
  'PUT /api/mentors/me/profile': () => ({ kinds: ['tutoring'], topics: ['math'], languages: ['ko'], line: '' }),
  'POST /api/consults': () => aRequest(),
  'PUT /api/consults/{consultId}/readiness': () => ({ readiness: 'ready' }),
  'PUT /api/consults/{consultId}/practice/corrected': () => ({ revision: 0, text: 'taken' }),
  'PUT /api/consults/{consultId}/feedback': () => ({ version: 0, summary: 'taken', practice: '', corrections: [] }),
  'POST /api/consults/{consultId}/document/updates': () => ({ update: 'AAA=' }),
  'PUT /api/scripts/of-question/{questionId}': () => ({ revision: 0, text: 'taken' }),
  'POST /api/recordings': () => ({ id: randomUUID(), questionId: randomUUID(), contentType: 'audio/webm' }),
  'PUT /api/recordings/{recordingId}/slices/{index}': () => ({}),
  'POST /api/recordings/{recordingId}/complete': () => ({ slices: 1, durationMs: 1000, voicedMs: 0, peaks: [] }),
  'POST /api/exams': () => ({ id: randomUUID() }),
  'POST /api/exams/{examId}/next': () => ({ from: 1 }),
  'POST /api/exams/{examId}/level': () => ({ choice: 'similar' }),
  'POST /api/exams/{examId}/questions/{number}/listens': () => ({ id: randomUUID() }),
  'POST /api/exams/{examId}/questions/{number}/takes': () => ({ recordingId: randomUUID() }),
  'POST /api/written-feedback': () => ({ id: randomUUID(), scriptId: randomUUID(), recordingIds: [], note: '' }),
  'POST /api/written-feedback/{writtenFeedbackId}/accept': () => ({ revision: 1, text: 'taken' }),
  'PUT /api/mentors/me/written-feedback/{writtenFeedbackId}/draft': () => ({
    revision: 1,
    text: 'taken',
    comment: '',
    moments: [],
  }),
  'POST /api/mentors/me/written-feedback/{writtenFeedbackId}/answer': () => ({ revision: 1 }),
  'POST /api/study/cards/{consultId}': () => ({ position: 0, knew: true, box: 0 }),
  'PUT /api/practice/survey': () => ({ topics: ['home'], level: 3 }),
  'POST /api/practice/questions/draw': () => ({}),
  'POST /api/admin/questions': () => ({ key: 'matrix-window', ...QUESTION }),
  'POST /api/admin/questions/import': () => ({
    format: 'json',
    text: JSON.stringify([{ key: 'matrix-door', ...QUESTION }]),
  }),
  'PUT /api/admin/questions/{questionId}': () => ({ ...QUESTION, updatedAt: QUESTION_UPDATED_AT }),
  'PUT /api/admin/questions/{questionId}/sound': () => ({}),
  'PUT /api/admin/mentors/{userId}/approval': () => ({ approved: true }),
  'POST /api/consults/{consultId}/feedback/rating': () => ({ rating: 1, thanks: 'no' }),
};

export function routesOf(document: OpenAPIObject): Route[] {
  return Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item as Record<string, { requestBody?: unknown }>).map(([name, { requestBody }]) => {
      const method = name.toUpperCase();
      const key = `${method} ${path}`;
      const ids = [...path.matchAll(/\{(\w+)\}/gu)].map(([, id]) => id ?? '');
      return { method, path, key, ids, takesBody: requestBody !== undefined, isPublic: PUBLIC.has(key) };
    }),
  );
}

/** A body that the route would take. @throws when nobody has said which. */
export function bodyFor(route: Route): unknown {
  const make = BODIES[route.key];
  if (route.takesBody && !make) throw new Error(`The access matrix has no body for ${route.key}: add one.`);
  return make?.();
}

/** The ids of a consult and its people that a stranger might have got hold of. */
export interface ForeignIds {
  readonly consultId: string;
  readonly sessionId: string;
  readonly userId: string;
  readonly peerId: string;
  readonly questionId: string;
  readonly scriptId: string;
  readonly recordingId: string;
  readonly examId: string;
  readonly writtenFeedbackId: string;
}

/** The path with foreign ids. @throws on an id that nobody has said how to get. */
export function pathWith(route: Route, foreign: ForeignIds): string {
  return route.path.replace(/\{(\w+)\}/gu, (_, id: string) => {
    // No secrets: the same few words and numbers for everybody.
    if (id === 'part') return 'notes';
    if (id === 'number' || id === 'index') return '1';
    if (id in foreign) return foreign[id as keyof ForeignIds];
    throw new Error(`The access matrix knows no foreign ${id} for ${route.key}: add one.`);
  });
}

/** Requests on the socket with foreign ids; a new event does not compile until it is here. `null`: it names no id. */
export const SOCKET_TRIES: Readonly<Record<RequestName, ((foreign: ForeignIds) => object[]) | null>> = {
  'session:renew': null,
  'list:subscribe': null,
  'list:unsubscribe': null,
  'room:leave': null,
  'consult:accept': ({ consultId }) => [{ consultId }],
  'waiting:watch': ({ consultId }) => [{ consultId }],
  'waiting:offer': ({ consultId, peerId }) => [
    { consultId, offer: { peerId, description: { type: 'offer', sdp: 'v=0\r\n' } } },
  ],
  'room:join': ({ consultId, peerId }) => [
    { consultId, peerId: randomUUID() },
    { consultId, peerId },
  ],
  'signal:description': ({ peerId }) => [{ to: peerId, connection: 0, description: { type: 'offer', sdp: 'v=0\r\n' } }],
  'signal:candidate': ({ peerId }) => [
    { to: peerId, connection: 0, candidate: { candidate: 'candidate:1 1 udp 1 192.0.2.1 9 typ host' } },
    { to: peerId, connection: 0, candidate: null },
  ],
  'signal:renew': ({ peerId }) => [{ to: peerId, connection: 1 }],
  'call:report': () => [{ seq: 0, agoMs: 0, fact: { type: 'left' } }],
  'document:frame': ({ peerId }) => [{ to: peerId, frame: 'AAEC' }],
};
