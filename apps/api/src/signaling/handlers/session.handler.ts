import { Injectable } from '@nestjs/common';
import { AccessTokens } from '../../auth/access-tokens';
import { DomainError } from '../../common/domain-error';
import type { Handlers } from '../socket-types';

@Injectable()
export class SessionHandler {
  constructor(private readonly tokens: AccessTokens) {}

  readonly handlers: Handlers<'session:renew'> = {
    'session:renew': (socket, { token }) => {
      const user = this.tokens.verify(token);
      if (user.id !== socket.data.user.id) throw new DomainError('auth/forbidden', 'The token is of another user.');
      socket.data.user = user;
      return { expiresInSeconds: Math.max(1, Math.floor((user.expiresAt.getTime() - Date.now()) / 1000)) };
    },
  };
}
