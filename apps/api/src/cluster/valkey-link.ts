import { Logger } from '@nestjs/common';
import { createClient } from '@redis/client';
import type { Link, LinkEvents } from './link';

const RETRY_AT_MOST_MS = 1000;
const CONNECT_WITHIN_MS = 3000;
const QUEUE_MOST = 10_000;

/** A link over Valkey (or Redis), which wants a connection of its own for each direction. Nothing is stored there. */
export class ValkeyLink implements Link {
  private readonly logger = new Logger(ValkeyLink.name);
  private readonly out;
  private readonly in;
  private up = false;

  constructor(url: string) {
    this.out = createClient({
      url,
      // What cannot be sent now is made up for, not sent late.
      disableOfflineQueue: true,
      // A broker that hangs is one that is away: what it does not take in time is not kept for it.
      commandsQueueMaxLength: QUEUE_MOST,
      socket: {
        connectTimeout: CONNECT_WITHIN_MS,
        reconnectStrategy: (tries) => Math.min(50 * 2 ** tries, RETRY_AT_MOST_MS),
      },
    });
    this.in = this.out.duplicate({ disableOfflineQueue: false });
  }

  async open(channels: readonly string[], events: LinkEvents): Promise<void> {
    const both = [this.out, this.in];
    let reason = 'no answer';
    const failed = (error: Error): void => {
      reason = reasonOf(error);
      change();
    };
    const change = (): void => {
      const up = this.out.isReady && this.in.isReady;
      if (up === this.up) return;
      this.up = up;
      if (up) {
        this.logger.log('Other nodes can be reached.');
        events.up();
      } else {
        this.logger.warn(`Valkey is away (${reason}): this node goes on by itself.`);
        events.down();
      }
    };
    const connected = both.map((client) => {
      client.on('ready', change).on('reconnecting', change).on('end', change);
      const first = new Promise<void>((resolve) => client.once('ready', resolve).once('error', () => resolve()));
      // Told by `down`, and tried again by itself; without a listener the process would end.
      client.on('error', failed);
      return first;
    });
    for (const client of both) void client.connect().catch(failed);
    // Kept by the client through every connection that it will have.
    void this.in.subscribe([...channels], (text) => events.message(text)).catch(failed);
    await Promise.all(connected);
    if (!this.up) this.logger.warn(`Valkey cannot be used yet (${reason}): this node goes on by itself.`);
  }

  publish(channel: string, text: string): Promise<number> {
    return this.out.publish(channel, text).catch(() => 0);
  }

  async close(): Promise<void> {
    if (this.out.isReady) await this.out.close();
    else this.out.destroy();
    this.in.destroy();
  }
}

/** Never the address, which may carry the password. */
function reasonOf(error: Error): string {
  if ('code' in error && typeof error.code === 'string') return error.code;
  return /^[A-Z]+/.exec(error.message)?.[0] ?? error.name;
}
