import type { Role } from '@ieum/api-contract';

/** Who is asking, as their access token says. */
export interface AuthUser {
  readonly id: string;
  readonly sessionId: string;
  readonly roles: readonly Role[];
  /** When the token ends. */
  readonly expiresAt: Date;
}
