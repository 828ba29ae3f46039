import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { Cluster } from '../cluster/cluster';
import { Clock } from '../common/clock';
import { stackOf } from '../common/stack-of';
import { VisitPolicy } from './visit-policy';
import { VisitsRepository } from './visits.repository';

/** Notes that may be missed before a visit counts as nobody's. */
const MISSED_NOTES = 4;

interface Visit {
  readonly id: string;
  /** Set while the member's connection is lost. */
  lost?: { at: Date; timer: NodeJS.Timeout };
}

/**
 * Records visits. Work on one member's visit is done in order, one after the other, whatever the sockets do meanwhile.
 */
@Injectable()
export class VisitsService implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger(VisitsService.name);
  private readonly open = new Map<string, Visit>();
  private readonly queues = new Map<string, Promise<void>>();
  private noteTimer: NodeJS.Timeout | undefined;

  constructor(
    private readonly repository: VisitsRepository,
    private readonly clock: Clock,
    private readonly policy: VisitPolicy,
    private readonly cluster: Cluster,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.closeOrphans();
    this.noteTimer = setInterval(() => {
      void this.inOrder('note', async () => {
        await this.repository.seen([...this.open.values()].filter((v) => !v.lost).map((v) => v.id));
        if (this.cluster.state !== 'alone') await this.closeOrphans();
      });
    }, this.policy.noteEveryMs);
  }

  async onApplicationShutdown(): Promise<void> {
    clearInterval(this.noteTimer);
    await Promise.all([...this.open.keys()].map((key) => this.end(key, this.clock.now())));
  }

  /** The member is in the room: a new visit, or the one that goes on. */
  arrive(consultId: string, userId: string): Promise<void> {
    const key = keyOf(consultId, userId);
    return this.inOrder(key, async () => {
      const visit = this.open.get(key);
      if (visit) this.found(visit);
      else this.open.set(key, { id: await this.repository.open(consultId, userId) });
    });
  }

  /** The member left on purpose. */
  leave(consultId: string, userId: string): Promise<void> {
    const leftAt = this.clock.now();
    return this.end(keyOf(consultId, userId), leftAt);
  }

  /** The member's connection was lost; if it stays lost, they left now. */
  lose(consultId: string, userId: string): Promise<void> {
    const key = keyOf(consultId, userId);
    const at = this.clock.now();
    return this.inOrder(key, () => {
      const visit = this.open.get(key);
      if (!visit || visit.lost) return;
      visit.lost = { at, timer: setTimeout(() => void this.end(key, at), this.policy.returnWithinMs) };
    });
  }

  /** The only node owns none of what is open when it starts; the others of several note theirs. */
  private closeOrphans(): Promise<void> {
    return this.repository.closeOrphans(this.cluster.state === 'alone' ? 0 : MISSED_NOTES * this.policy.noteEveryMs);
  }

  private end(key: string, leftAt: Date): Promise<void> {
    return this.inOrder(key, async () => {
      const visit = this.open.get(key);
      if (!visit) return;
      const endedAt = visit.lost?.at ?? leftAt;
      this.found(visit);
      this.open.delete(key);
      await this.repository.close(visit.id, endedAt);
    });
  }

  private found(visit: Visit): void {
    clearTimeout(visit.lost?.timer);
    delete visit.lost;
  }

  /** A failing database costs the record of a visit, never the call; the orphan is closed at the next start. */
  private inOrder(key: string, work: () => Promise<void> | void): Promise<void> {
    const done = (this.queues.get(key) ?? Promise.resolve()).then(work).catch((error: unknown) => {
      this.logger.error('A visit could not be recorded.', stackOf(error));
    });
    this.queues.set(key, done);
    void done.finally(() => {
      if (this.queues.get(key) === done) this.queues.delete(key);
    });
    return done;
  }
}

function keyOf(consultId: string, userId: string): string {
  return `${consultId}/${userId}`;
}
