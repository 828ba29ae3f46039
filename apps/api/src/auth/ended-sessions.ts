import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { Clock } from '../common/clock';
import { ACCESS_TOKEN_SECONDS } from './access-token-lifetime';
import { SessionEvents } from './session-events';
import { SessionsRepository } from './sessions.repository';

/**
 * Sessions ended within the life of an access token, whose tokens must not work any more. Kept in memory, so that
 * neither a request nor a handshake asks the database.
 */
@Injectable()
export class EndedSessions implements OnApplicationBootstrap {
  private readonly endedAt = new Map<string, number>();

  constructor(
    private readonly repository: SessionsRepository,
    private readonly events: SessionEvents,
    private readonly clock: Clock,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    this.events.prependListener('ended', ({ sessionId }) => this.add(sessionId, this.clock.now().getTime()));
    for (const { id, endedAt } of await this.repository.findEndedWithin(ACCESS_TOKEN_SECONDS)) {
      this.add(id, endedAt.getTime());
    }
  }

  has(sessionId: string): boolean {
    return this.endedAt.has(sessionId);
  }

  /** Forgets, in passing, those whose last token has ended by itself. */
  private add(sessionId: string, endedAt: number): void {
    this.endedAt.set(sessionId, endedAt);
    const forgetBefore = this.clock.now().getTime() - ACCESS_TOKEN_SECONDS * 1000;
    for (const [id, at] of this.endedAt) if (at < forgetBefore) this.endedAt.delete(id);
  }
}
