import type { ErrorCode, RequestName } from '@ieum/signaling-protocol';
import { Injectable } from '@nestjs/common';
import { Metrics } from '../metrics/metrics';
import type { Relayed } from './seat-relay';
import type { SignalingServer } from './socket-types';

/** What sockets do, counted by plain additions: each message passes here, and somebody reads it four times a minute. */
@Injectable()
export class SocketMetrics {
  private readonly relayed = new Map<Relayed, number>();
  private readonly rateLimited = new Map<RequestName, number>();
  private readonly refused = new Map<ErrorCode, number>();
  private readonly handshakesRefused = new Map<ErrorCode, number>();

  constructor(private readonly metrics: Metrics) {}

  start(server: SignalingServer): void {
    this.metrics.gauge({
      name: 'ieum_sockets',
      help: 'Sockets to this node.',
      collect() {
        this.set(server.sockets.sockets.size);
      },
    });
    const { relayed, rateLimited, refused, handshakesRefused } = this;
    this.count('ieum_relayed_messages_total', 'Messages between members of a room.', 'event', relayed);
    this.count('ieum_rate_limited_total', 'Requests refused because there were too many.', 'event', rateLimited);
    this.count('ieum_socket_refusals_total', 'Requests on sockets that were refused.', 'code', refused);
    this.count('ieum_handshakes_refused_total', 'Sockets that were not let in.', 'code', handshakesRefused);
  }

  relays(name: Relayed): void {
    add(this.relayed, name);
  }

  /** A request of a known name, or of none. */
  refuses(name: RequestName | undefined, code: ErrorCode): void {
    add(this.refused, code);
    if (name && code === 'request/rate-limited') add(this.rateLimited, name);
  }

  refusesHandshake(code: ErrorCode): void {
    add(this.handshakesRefused, code);
  }

  private count(name: string, help: string, label: string, counts: ReadonlyMap<string, number>): void {
    this.metrics.counter({
      name,
      help,
      labelNames: [label],
      collect() {
        this.reset();
        for (const [value, count] of counts) this.inc({ [label]: value }, count);
      },
    });
  }
}

function add<Key>(counts: Map<Key, number>, key: Key): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
