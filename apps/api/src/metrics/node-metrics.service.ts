import { PROTOCOL_VERSION } from '@ieum/signaling-protocol';
import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { Cluster, type ClusterState } from '../cluster/cluster';
import { Database } from '../database/database';
import { HealthService } from '../health/health.service';
import { Metrics } from './metrics';

const STATES: readonly ClusterState[] = ['alone', 'joined', 'cut-off'];
const QUERY_SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5, 10];
/** A database that answers later than this is as good as away: Prometheus waits no longer for the page. */
const READY_WITHIN_MS = 2_000;

/** This process, and what it stands on. */
@Injectable()
export class NodeMetrics implements OnApplicationBootstrap {
  constructor(
    private readonly metrics: Metrics,
    private readonly cluster: Cluster,
    private readonly database: Database,
    private readonly health: HealthService,
  ) {}

  onApplicationBootstrap(): void {
    this.watchCluster();
    this.watchDatabase();
    const isReady = () => this.isReady();
    this.metrics.gauge({
      name: 'ieum_ready',
      help: '1 while the node takes requests and its database answers.',
      async collect() {
        this.set((await isReady()) ? 1 : 0);
      },
    });
    this.metrics
      .gauge({ name: 'ieum_build_info', help: 'Always 1.', labelNames: ['node', 'protocol'] })
      .set({ node: process.version, protocol: String(PROTOCOL_VERSION) }, 1);
  }

  private watchCluster(): void {
    const { cluster } = this;
    this.metrics.gauge({
      name: 'ieum_cluster_state',
      help: '1 for what this node is: alone, joined with others, or cut-off from them.',
      labelNames: ['state'],
      collect() {
        for (const state of STATES) this.set({ state }, cluster.state === state ? 1 : 0);
      },
    });
    this.metrics.gauge({
      name: 'ieum_cluster_other_nodes',
      help: 'Other nodes that are known to be there.',
      collect() {
        this.set(cluster.others);
      },
    });
  }

  private watchDatabase(): void {
    const durations = this.metrics.histogram({
      name: 'ieum_database_query_seconds',
      help: 'Queries, with the wait for a connection.',
      labelNames: ['verb'],
      buckets: QUERY_SECONDS,
    });
    const errors = this.metrics.counter({
      name: 'ieum_database_errors_total',
      help: 'Queries that failed, broken constraints among them.',
      labelNames: ['verb'],
    });
    this.database.watch(({ verb, seconds, failed }) => {
      durations.observe({ verb }, seconds);
      if (failed) errors.inc({ verb });
    });
  }

  private async isReady(): Promise<boolean> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<false>((resolve) => (timer = setTimeout(resolve, READY_WITHIN_MS, false)));
    const answered = this.health.ready().then(
      () => true,
      () => false,
    );
    try {
      return await Promise.race([answered, late]);
    } finally {
      clearTimeout(timer);
    }
  }
}
