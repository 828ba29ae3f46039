import { Injectable } from '@nestjs/common';
import { Cluster } from '../cluster/cluster';
import { SharedEvents } from '../cluster/shared-events';

interface Events {
  /** On any node: by logging out, by its owner elsewhere, or because a stolen refresh token showed up. */
  ended: [session: { sessionId: string }];
  /** On this node alone: somebody was not let in. */
  refused: [reason: 'credentials' | 'rate-limited'];
}

/** What becomes of sessions. Listeners must not throw. */
@Injectable()
export class SessionEvents extends SharedEvents<Events> {
  constructor(cluster: Cluster) {
    super(cluster, 'sessions');
  }
}
