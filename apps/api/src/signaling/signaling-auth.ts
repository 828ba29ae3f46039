import { Handshake, PROTOCOL_VERSION, type ProtocolError } from '@ieum/signaling-protocol';
import { Injectable } from '@nestjs/common';
import { AccessTokens } from '../auth/access-tokens';
import { DomainError } from '../common/domain-error';
import { toDomainError } from '../common/to-domain-error';
import { SocketDrain } from './socket-drain';
import { SocketMetrics } from './socket-metrics';
import type { SignalingSocket } from './socket-types';

/** A refusal as Socket.IO hands it to the client: `connect_error` with `data`. */
class HandshakeRefused extends Error {
  constructor(readonly data: ProtocolError) {
    super(data.code);
  }
}

/** Lets a socket in only with a valid token and our version of the contract; asks no database. Fails closed. */
@Injectable()
export class SignalingAuth {
  constructor(
    private readonly tokens: AccessTokens,
    private readonly drain: SocketDrain,
    private readonly metrics: SocketMetrics,
  ) {}

  readonly middleware = (socket: SignalingSocket, next: (refused?: Error) => void): void => {
    try {
      this.drain.mustBeOpen();
      socket.data.user = this.authenticate(socket.handshake.auth);
    } catch (error) {
      const refused = toDomainError(error).toProtocolError();
      this.metrics.refusesHandshake(refused.code);
      next(new HandshakeRefused(refused));
      return;
    }
    next();
  };

  private authenticate(auth: unknown) {
    const handshake = Handshake.safeParse(auth);
    if (!handshake.success) throw new DomainError('auth/unauthenticated', 'The handshake names no token and protocol.');
    if (handshake.data.protocol !== PROTOCOL_VERSION) {
      throw new DomainError(
        'protocol/unsupported-version',
        `This server speaks protocol ${PROTOCOL_VERSION}, the client ${handshake.data.protocol}.`,
      );
    }
    return this.tokens.verify(handshake.data.token);
  }
}
