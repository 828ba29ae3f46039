import { type IntervalHistogram, monitorEventLoopDelay } from 'node:perf_hooks';
import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { type Channel, Cluster, type ClusterState } from '../cluster/cluster';
import { Clock } from '../common/clock';
import { PresenceService } from '../presence/presence.service';
import { RoomsService } from '../rooms/rooms.service';

const TELL_EVERY_MS = 2000;
/** How often the delay is sampled; the histogram counts this in. */
const RESOLUTION_MS = 20;

/** How a node is doing, in its own words. */
interface NodeReport {
  readonly since: string;
  readonly sockets: number;
  readonly rooms: number;
  readonly lagMs: number;
}

/** A node, as this one knows it. */
export interface NodeView extends NodeReport {
  readonly id: string;
  readonly self: boolean;
  readonly state: ClusterState;
}

/** How this node is doing, and what the others tell of themselves. */
@Injectable()
export class NodesService implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly others = new Map<string, NodeReport>();
  private readonly channel: Channel<NodeReport>;
  private readonly delay: IntervalHistogram = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  private readonly since: string;
  private lagMs = 0;
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly presence: PresenceService,
    private readonly rooms: RoomsService,
    private readonly cluster: Cluster,
    clock: Clock,
  ) {
    this.since = clock.now().toISOString();
    this.channel = cluster.open<NodeReport>('nodes', {
      receive: (report, from) => void this.others.set(from, report),
      lost: (nodeId) => void this.others.delete(nodeId),
      snapshot: () => [this.report()],
    });
  }

  onApplicationBootstrap(): void {
    this.delay.enable();
    this.timer = setInterval(() => {
      this.lagMs = Math.max(0, this.delay.percentile(99) / 1e6 - RESOLUTION_MS);
      this.delay.reset();
      this.channel.tell(this.report());
    }, TELL_EVERY_MS);
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer);
    this.delay.disable();
  }

  /** This node first, then the others, the oldest first. */
  list(): NodeView[] {
    const { nodeId, state } = this.cluster;
    const others = [...this.others].map(([id, report]): NodeView => ({ id, self: false, state: 'joined', ...report }));
    others.sort((a, b) => a.since.localeCompare(b.since));
    return [{ id: nodeId, self: true, state, ...this.report() }, ...others];
  }

  private report(): NodeReport {
    const here = this.rooms.seats().filter(({ nodeId }) => nodeId === this.cluster.nodeId);
    return {
      since: this.since,
      sockets: this.presence.connectionsHere(),
      rooms: new Set(here.map(({ consultId }) => consultId)).size,
      lagMs: Math.round(this.lagMs * 10) / 10,
    };
  }
}
