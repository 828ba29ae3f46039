import type { DoctorFinding } from '@ieum/api-contract';
import { createClient } from '@redis/client';
import { channelOfAll } from '../../cluster/cluster-name';
import { codeOf, type DoctorCheck, finding, WAIT_WITHIN_MS, when } from '../check';
import type { Subject } from '../subject';

const SLOW_MS = 50;
const PINGS = 4;
/** What Valkey says first when it does not let somebody in. */
const REFUSALS = ['NOAUTH', 'WRONGPASS', 'NOPERM'];

export class ValkeyCheck implements DoctorCheck {
  readonly name = 'valkey';

  constructor(private readonly subject: Subject) {}

  async run(): Promise<DoctorFinding[]> {
    const { valkeyUrl } = this.subject.config;
    if (!valkeyUrl) return [finding(this.name, ['valkey-none'])];
    const client = createClient({
      url: valkeyUrl,
      socket: { connectTimeout: WAIT_WITHIN_MS, reconnectStrategy: false },
      commandOptions: { timeout: WAIT_WITHIN_MS },
    });
    // The call that waits is told as well; without a listener the process would end.
    client.on('error', () => undefined);
    try {
      await client.connect();
      // The quickest of a few: the first waits for what else goes on.
      let tookMs = Infinity;
      for (let tried = 0; tried < PINGS; tried += 1) {
        const startedAt = performance.now();
        await client.ping();
        tookMs = Math.min(tookMs, performance.now() - startedAt);
      }
      const info = String(await client.info('server'));
      const version = /^(?:valkey|redis)_version:(\S+)/mu.exec(
        info.replace(/^redis_version.*\n(?=[^]*^valkey_)/mu, ''),
      );
      const heard = await client.sendCommand(['PUBSUB', 'NUMSUB', channelOfAll(this.subject.channel)]);
      const nodes = Array.isArray(heard) ? Number(heard[1]) : undefined;
      const reasons = [
        ...when(tookMs > SLOW_MS, 'valkey-slow'),
        ...when(this.subject.clusterState === 'cut-off', 'nodes-cut-off'),
      ];
      return [finding(this.name, reasons, { version: version?.[1], tookMs, nodes })];
    } catch (error) {
      const said = error instanceof Error ? (/^[A-Z]+(?= )/u.exec(error.message)?.[0] ?? '') : '';
      if (REFUSALS.includes(said)) return [finding(this.name, ['valkey-refused'], { code: said })];
      return [finding(this.name, ['valkey-unreachable'], { code: codeOf(error) })];
    } finally {
      client.destroy();
    }
  }
}
