import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { stackOf } from '../common/stack-of';
import { invalidCredentials } from '../auth/auth.errors';
import { Passwords } from '../auth/passwords';
import { SessionEvents } from '../auth/session-events';
import { ConsultEvents } from '../consults/consult-events';
import { UsersService } from '../users/users.service';
import { ErasureRepository } from './erasure.repository';

/** How soon an erasure is done that the operator's command asks for in a process of its own. */
const LOOK_EVERY_MS = 1000;

/** Erases accounts, and tells everybody who has to know: the other one of an open consult, and the account's own tabs. */
@Injectable()
export class ErasureService implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger(ErasureService.name);
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> | undefined;

  constructor(
    private readonly repository: ErasureRepository,
    private readonly users: UsersService,
    private readonly passwords: Passwords,
    private readonly consults: ConsultEvents,
    private readonly sessions: SessionEvents,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => void this.look(), LOOK_EVERY_MS);
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  /** Erases whom the operator's command asked for. One look at a time: each that waits for another has a connection. */
  look(): Promise<void> {
    this.running ??= this.eraseAsked()
      .catch((error: unknown) => {
        this.logger.warn('Accounts could not be erased this time.', stackOf(error));
      })
      .finally(() => (this.running = undefined));
    return this.running;
  }

  /** The person themself. @throws DomainError `auth/invalid-credentials` when the password is not theirs */
  async eraseSelf(userId: string, password: string): Promise<void> {
    const user = await this.users.findById(userId);
    if (!(await this.passwords.verify(password, user.passwordHash))) throw invalidCredentials();
    await this.erase(userId);
  }

  /** Erasing twice is erasing once. */
  private async erase(userId: string): Promise<void> {
    const erased = await this.repository.erase(userId);
    if (!erased) return;
    // The other one hears first that the consult is over, and then nobody is there any more.
    for (const consult of erased.closed) this.consults.tell('changed', consult);
    for (const sessionId of erased.sessionIds) this.sessions.tell('ended', { sessionId });
    this.logger.log('An account was erased.');
  }

  private async eraseAsked(): Promise<void> {
    for (const userId of await this.repository.findAsked()) {
      try {
        await this.erase(userId);
      } catch (error) {
        this.logger.warn('An account could not be erased this time.', stackOf(error));
      }
    }
  }
}
