import type { DoctorReport } from '@ieum/api-contract';
import { Injectable, Logger } from '@nestjs/common';
import { Cluster } from '../cluster/cluster';
import { Config } from '../config/config';
import { JwtSecret } from '../config/jwt-secret';
import { Database } from '../database/database';
import { examine } from './examine';
import { Machine } from './subject';

/** Each look opens connections, and takes addresses of the relay: somebody who presses a button often gets the last one. */
const KEPT_MS = 10_000;

/** How this node and what it stands on are. */
@Injectable()
export class DoctorService {
  private readonly logger = new Logger(DoctorService.name);
  private running: Promise<DoctorReport> | undefined;
  private kept: { readonly report: DoctorReport; readonly until: number } | undefined;

  constructor(
    private readonly config: Config,
    private readonly jwtSecret: JwtSecret,
    private readonly database: Database,
    private readonly cluster: Cluster,
    private readonly machine: Machine,
  ) {}

  /** One look at a time, however many ask. Never rejects. */
  report(): Promise<DoctorReport> {
    if (this.kept && performance.now() < this.kept.until) return Promise.resolve(this.kept.report);
    this.running ??= this.examine().finally(() => (this.running = undefined));
    return this.running;
  }

  private async examine(): Promise<DoctorReport> {
    const report = await examine({
      config: this.config,
      machine: this.machine,
      databaseUrl: this.database.url,
      jwtSecret: this.jwtSecret.value,
      clusterState: this.cluster.state,
      onBroken: (name, place) => this.logger.error(`The check of ${name} went wrong.`, place),
    });
    this.kept = { report, until: performance.now() + KEPT_MS };
    return report;
  }
}
