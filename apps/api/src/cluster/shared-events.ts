import { EventEmitter } from 'node:events';
import type { Channel, Cluster } from './cluster';

type Told<Events> = { [Name in keyof Events & string]: readonly [name: Name, payload: Events[Name]] }[keyof Events &
  string];

/**
 * Events that every node hears, whichever it happened on. `emit` is for this node's listeners alone. Payloads travel as
 * JSON; `revive` gives back what JSON does not keep.
 */
export class SharedEvents<Events extends Record<keyof Events, unknown[]>> extends EventEmitter<Events> {
  /** What this node itself told: for work that one node has to do, and not all of them. */
  readonly own = new EventEmitter<Events>();
  private readonly others: Channel<Told<Events>>;

  constructor(
    cluster: Cluster,
    name: string,
    revive: (payload: Events[keyof Events & string]) => Events[keyof Events & string] = (payload) => payload,
  ) {
    super();
    this.others = cluster.open<Told<Events>>(name, {
      receive: ([event, payload]) => emitOn(this, event, revive(payload)),
    });
  }

  tell<Name extends keyof Events & string>(name: Name, ...payload: Events[Name]): void {
    this.others.tell([name, payload]);
    emitOn(this, name, payload);
    emitOn(this.own, name, payload);
  }
}

/** Names and payloads fit by the types above; those of `emit` are too clever for a generic class. */
function emitOn<Events extends Record<keyof Events, unknown[]>>(
  emitter: EventEmitter<Events>,
  name: keyof Events & string,
  payload: unknown[],
): void {
  (emitter as unknown as EventEmitter).emit(name, ...payload);
}
