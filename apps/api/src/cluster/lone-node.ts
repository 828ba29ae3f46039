import { randomUUID } from 'node:crypto';
import { type Channel, Cluster } from './cluster';

const NOBODY: Channel<unknown> = { tell: () => undefined, send: () => Promise.resolve(false) };

/** The default: one node, nobody to tell. */
export class LoneNode extends Cluster {
  readonly nodeId = randomUUID();
  readonly state = 'alone';
  readonly others = 0;

  /** It stays alone. */
  onState(): void {
    return;
  }

  open<Message>(): Channel<Message> {
    return NOBODY;
  }
}
