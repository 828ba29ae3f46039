import type { PushName, PushOf } from '@ieum/signaling-protocol';
import { Injectable } from '@nestjs/common';
import { type Channel, Cluster } from '../cluster/cluster';
import type { Seat } from '../rooms/room-registry';
import { peerNotFound } from '../rooms/rooms.errors';
import { SocketMetrics } from './socket-metrics';
import type { SignalingServer } from './socket-types';

/** What members of a room send each other. */
export type Relayed = 'signal:description' | 'signal:candidate' | 'signal:renew' | 'document:frame';

type Parcel<Name extends PushName = PushName> = {
  readonly connectionId: string;
  readonly name: Name;
  readonly payload: PushOf<Name>;
};

/** A parcel for a socket of the other node, or what became of one. */
type Message = { readonly id: number; readonly parcel: Parcel } | { readonly id: number; readonly handed: boolean };

/** As long as another node is believed to be there. */
const RECEIPT_WITHIN_MS = 5000;

interface Awaited {
  readonly nodeId: string;
  readonly settle: (handed: boolean) => void;
}

const DONE = {};

/**
 * Brings what one member sends to the socket that holds the other one's seat, on whatever node, and to no other. Granted
 * is what was handed to that socket: the seat may be given up while a parcel is on its way between nodes.
 */
@Injectable()
export class SeatRelay {
  private readonly otherNodes: Channel<Message>;
  private readonly awaited = new Map<number, Awaited>();
  private lastId = 0;
  private server: SignalingServer | undefined;

  constructor(
    private readonly cluster: Cluster,
    private readonly metrics: SocketMetrics,
  ) {
    this.otherNodes = cluster.open<Message>('relay', {
      receive: (message, from) => {
        if ('handed' in message) this.awaited.get(message.id)?.settle(message.handed);
        else void this.otherNodes.send(from, { id: message.id, handed: this.hand(message.parcel) });
      },
      lost: (nodeId) => {
        for (const each of [...this.awaited.values()]) if (each.nodeId === nodeId) each.settle(false);
      },
    });
  }

  start(server: SignalingServer): void {
    this.server = server;
  }

  /**
   * At once to a socket of this node.
   * @throws DomainError `rooms/peer-not-found` when the socket is not there any more; its sender keeps what it sent until
   * the other member is announced again
   */
  send<Name extends Relayed>(to: Seat, name: Name, payload: PushOf<Name>): typeof DONE | Promise<typeof DONE> {
    this.metrics.relays(name);
    const parcel = { connectionId: to.connectionId, name, payload };
    if (to.nodeId !== this.cluster.nodeId) return this.sendElsewhere(to.nodeId, parcel);
    if (!this.hand(parcel)) throw peerNotFound();
    return DONE;
  }

  private async sendElsewhere(nodeId: string, parcel: Parcel): Promise<typeof DONE> {
    this.lastId += 1;
    const id = this.lastId;
    const receipt = this.receiptOf(id, nodeId);
    if (!(await this.otherNodes.send(nodeId, { id, parcel }))) this.awaited.get(id)?.settle(false);
    if (!(await receipt)) throw peerNotFound();
    return DONE;
  }

  private receiptOf(id: number, nodeId: string): Promise<boolean> {
    return new Promise((resolve) => {
      const settle = (handed: boolean): void => {
        clearTimeout(timer);
        this.awaited.delete(id);
        resolve(handed);
      };
      const timer = setTimeout(() => settle(false), RECEIPT_WITHIN_MS);
      this.awaited.set(id, { nodeId, settle });
    });
  }

  private hand({ connectionId, name, payload }: Parcel): boolean {
    // Reached directly, without a round through Socket.IO's rooms. Name and payload fit: `send` paired them.
    const socket = this.server?.sockets.sockets.get(connectionId);
    if (!socket) return false;
    (socket.emit as (name: string, payload: unknown) => void).call(socket, name, payload);
    return true;
  }
}
