import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { Cluster } from '../cluster/cluster';
import { Clock } from '../common/clock';
import { stackOf } from '../common/stack-of';
import { ACCESS_TOKEN_SECONDS } from './access-token-lifetime';
import { SessionEvents } from './session-events';
import { SessionsRepository } from './sessions.repository';

const LOOK_EVERY_MS = 1000;
/** A commit that was just under way, and the clocks of two machines. */
const LOOK_BACK_MARGIN_MS = 5000;

/**
 * Sessions ended within the life of an access token, whose tokens must not work any more. Kept in memory, so that
 * neither a request nor a handshake asks the database.
 */
@Injectable()
export class EndedSessions implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger(EndedSessions.name);
  private readonly endedAt = new Map<string, number>();
  private timer: NodeJS.Timeout | undefined;
  private lookedAt = performance.now();

  constructor(
    private readonly repository: SessionsRepository,
    private readonly events: SessionEvents,
    private readonly clock: Clock,
    cluster: Cluster,
  ) {
    cluster.open('missed-sessions', {
      receive: () => undefined,
      missed: (withinMs) => {
        this.look(withinMs);
      },
    });
  }

  async onApplicationBootstrap(): Promise<void> {
    this.events.prependListener('ended', ({ sessionId }) => this.add(sessionId, this.clock.now().getTime()));
    for (const { id, endedAt } of await this.repository.findEndedWithin(ACCESS_TOKEN_SECONDS)) {
      this.add(id, endedAt.getTime());
    }
    this.timer = setInterval(() => this.look(LOOK_BACK_MARGIN_MS + performance.now() - this.lookedAt), LOOK_EVERY_MS);
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  has(sessionId: string): boolean {
    return this.endedAt.has(sessionId);
  }

  /** What other nodes ended and could not tell, and what commands end, which are no nodes. */
  private look(withinMs: number): void {
    const startedAt = performance.now();
    this.lookUp(withinMs / 1000).then(
      () => {
        this.lookedAt = startedAt;
      },
      (error: unknown) => {
        this.logger.warn('Ended sessions were not looked up.', stackOf(error));
      },
    );
  }

  private async lookUp(withinSeconds: number): Promise<void> {
    for (const { id } of await this.repository.findEndedWithin(Math.min(withinSeconds, ACCESS_TOKEN_SECONDS))) {
      if (!this.has(id)) this.events.emit('ended', { sessionId: id });
    }
  }

  /** Forgets, in passing, those whose last token has ended by itself. */
  private add(sessionId: string, endedAt: number): void {
    this.endedAt.set(sessionId, endedAt);
    const forgetBefore = this.clock.now().getTime() - ACCESS_TOKEN_SECONDS * 1000;
    for (const [id, at] of this.endedAt) if (at < forgetBefore) this.endedAt.delete(id);
  }
}
