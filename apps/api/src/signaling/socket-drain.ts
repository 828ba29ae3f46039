import { type BeforeApplicationShutdown, Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import { Cluster } from '../cluster/cluster';
import { DomainError } from '../common/domain-error';
import type { SignalingServer, SignalingSocket } from './socket-types';

/** Over how long a node that leaves spreads its sockets' moves: the others take them in without a rush. */
const SPREAD_MS = 10_000;

/** Sends the sockets of a node that ends to the others. Calls go on meanwhile: they go through no server. */
@Injectable()
export class SocketDrain implements OnModuleDestroy, BeforeApplicationShutdown {
  private readonly logger = new Logger(SocketDrain.name);
  private server: SignalingServer | undefined;
  private leaving = false;

  constructor(private readonly cluster: Cluster) {}

  start(server: SignalingServer): void {
    this.server = server;
  }

  /** @throws DomainError `server/unavailable` once the node is on its way out */
  mustBeOpen(): void {
    if (this.leaving) throw new DomainError('server/unavailable', 'This node is on its way out: connect again.');
  }

  onModuleDestroy(): void {
    this.leaving = true;
  }

  /** There is nowhere to go to from the only node: its clients wait for the next. */
  async beforeApplicationShutdown(): Promise<void> {
    const sockets = [...(this.server?.sockets.sockets.values() ?? [])];
    if (this.cluster.others === 0 || sockets.length === 0) return;
    this.logger.log(`${sockets.length} sockets move to other nodes.`);
    await Promise.all(sockets.map((socket) => closeWithin(SPREAD_MS * Math.random(), socket)));
  }
}

/** Sooner when the client goes by itself. */
function closeWithin(ms: number, socket: SignalingSocket): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => socket.disconnect(true), ms);
    socket.once('disconnect', () => {
      clearTimeout(timer);
      resolve();
    });
    if (!socket.connected) {
      clearTimeout(timer);
      resolve();
    }
  });
}
