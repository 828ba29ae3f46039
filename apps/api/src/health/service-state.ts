import { EventEmitter } from 'node:events';
import type { DegradedPart } from '@ieum/signaling-protocol';
import { Injectable } from '@nestjs/common';
import { Cluster } from '../cluster/cluster';
import { TurnCanary } from '../doctor/turn-canary.service';

/** What of this node works less well than it could, and word of each change. */
@Injectable()
export class ServiceState extends EventEmitter<{ changed: [parts: readonly DegradedPart[]] }> {
  constructor(
    private readonly cluster: Cluster,
    private readonly canary: TurnCanary,
  ) {
    super();
    const changed = () => this.emit('changed', this.degraded);
    cluster.onState(changed);
    canary.onState(changed);
  }

  get degraded(): readonly DegradedPart[] {
    const parts: DegradedPart[] = [];
    if (this.cluster.state === 'cut-off') parts.push('other-nodes');
    if (this.canary.isDown) parts.push('relay');
    return parts;
  }
}
