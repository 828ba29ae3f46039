import type { IceCandidate } from '@ieum/signaling-protocol';
import { live } from './consult-fixtures';
import type { TestAccounts } from './test-accounts';

/** Below what candidates are limited to. */
const EVERY_MS = 200;

const candidate = (n: number): IceCandidate => ({ candidate: `candidate:${n} 1 udp 1 192.0.2.1 9 typ host` });

/** Two people in a live room who go on signaling while the server is attacked. */
export class GoodPair {
  private sent = 0;
  private arrived = 0;
  private slowestMs = 0;
  private failure: unknown;
  private turn: Promise<void> = Promise.resolve();
  private readonly timer: NodeJS.Timeout;

  private constructor(readonly room: Awaited<ReturnType<typeof live>>) {
    this.timer = setInterval(() => {
      this.turn = this.turn.then(() => this.relay()).catch((error: unknown) => void (this.failure ??= error));
    }, EVERY_MS);
  }

  static async meet(api: TestAccounts): Promise<GoodPair> {
    return new GoodPair(await live(api));
  }

  /** Candidates that arrived, each way. */
  get relayed(): number {
    return this.arrived;
  }

  /** Ends the talk and tells how it went. @throws what went wrong first. */
  async part(): Promise<{ relayed: number; slowestMs: number }> {
    clearInterval(this.timer);
    await this.turn;
    if (this.failure) throw this.failure;
    this.room.studentSocket.close();
    this.room.mentorSocket.close();
    return { relayed: this.sent, slowestMs: this.slowestMs };
  }

  /** One candidate each way, each request answered and each candidate received. */
  private async relay(): Promise<void> {
    const { studentSocket, mentorSocket, studentPeerId, mentorPeerId } = this.room;
    const from = performance.now();
    const sent = candidate((this.sent += 1));
    const arrived = ({ candidate: each }: { candidate: IceCandidate }) => each?.candidate === sent?.candidate;
    await Promise.all([
      studentSocket.ask('signal:candidate', { to: mentorPeerId, connection: 0, candidate: sent }),
      mentorSocket.ask('signal:candidate', { to: studentPeerId, connection: 0, candidate: sent }),
      studentSocket.next('signal:candidate', arrived),
      mentorSocket.next('signal:candidate', arrived),
    ]);
    this.arrived += 1;
    studentSocket.forget();
    mentorSocket.forget();
    this.slowestMs = Math.max(this.slowestMs, performance.now() - from);
  }
}
