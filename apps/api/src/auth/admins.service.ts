import { Injectable } from '@nestjs/common';
import { UsersService } from '../users/users.service';
import { SessionsRepository } from './sessions.repository';

/** Who is an admin. Only commands of the operator ask for this: no route leads here. */
@Injectable()
export class AdminsService {
  constructor(
    private readonly users: UsersService,
    private readonly sessions: SessionsRepository,
  ) {}

  /** Returns whether anybody has this e-mail. */
  async set(email: string, admin: boolean): Promise<boolean> {
    const userId = await this.users.setAdmin(email, admin);
    if (!userId) return false;
    // Their tokens say that they are one: those end with their sessions, which every node notices.
    if (!admin) await this.sessions.endAll(userId);
    return true;
  }
}
