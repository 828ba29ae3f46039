import { randomUUID } from 'node:crypto';
import type { Consult } from '@ieum/signaling-protocol';
import { Cluster } from '../../src/cluster/cluster';
import { createConsult } from './consult-fixtures';
import { TestSocket } from './socket-client';
import type { TestUser } from './test-accounts';
import { startTestApi, type TestApi } from './test-api';
import { TestValkey } from './valkey';

/** Two nodes on one database and one Valkey, without any proxy in front: who is where is up to the test. */
export class TwoNodes {
  private constructor(
    readonly valkey: TestValkey,
    readonly a: TestApi,
    readonly b: TestApi,
  ) {}

  static async start(): Promise<TwoNodes> {
    const valkey = await TestValkey.start();
    const a = await startTestApi({ config: { valkeyUrl: valkey.url } });
    const nodes = new TwoNodes(valkey, a, await a.another());
    await nodes.together();
    return nodes;
  }

  /** Until each knows the other. */
  async together(others = 1): Promise<void> {
    for (const api of [this.a, this.b]) await api.until(() => Promise.resolve(othersOf(api) === others));
  }

  async close(): Promise<void> {
    await this.b.close();
    await this.a.close();
    await this.valkey.kill();
  }

  /** A live consult: the student at the first node, the mentor at the second. */
  async live(changes: Parameters<typeof createConsult>[2] = {}): Promise<LiveAcross> {
    const student = await this.a.registerStudent();
    const mentor = await this.b.registerMentor();
    const consult = await createConsult(this.a, student, changes);
    const answer = await this.b.post(`/api/consults/${consult.id}/accept`, undefined, mentor);
    if (answer.status !== 200) throw new Error(`Not accepted: ${JSON.stringify(answer.body)}`);
    const studentSocket = await TestSocket.connect(this.a.url, student.accessToken);
    const mentorSocket = await TestSocket.connect(this.b.url, mentor.accessToken);
    const [studentPeerId, mentorPeerId] = [randomUUID(), randomUUID()];
    await studentSocket.ask('room:join', { consultId: consult.id, peerId: studentPeerId });
    await mentorSocket.ask('room:join', { consultId: consult.id, peerId: mentorPeerId });
    await studentSocket.next('room:peer-joined');
    await studentSocket.next('consult:changed', ({ consult: { status } }) => status === 'live');
    return { consult, student, mentor, studentSocket, mentorSocket, studentPeerId, mentorPeerId };
  }
}

export interface LiveAcross {
  readonly consult: Consult;
  readonly student: TestUser;
  readonly mentor: TestUser;
  readonly studentSocket: TestSocket;
  readonly mentorSocket: TestSocket;
  readonly studentPeerId: string;
  readonly mentorPeerId: string;
}

const othersOf = (api: TestApi) => api.app.get(Cluster).others;
