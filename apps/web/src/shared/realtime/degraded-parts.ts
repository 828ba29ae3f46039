import type { DegradedPart } from '@ieum/signaling-protocol';
import type { SocketConnection } from './socket-connection';

type Source = Pick<SocketConnection, 'on' | 'onConnect'>;

const NONE: readonly DegradedPart[] = [];

/** What the server that this tab is connected to says of itself. A new connection starts with nothing. */
export class DegradedParts {
  readonly #listeners = new Set<() => void>();
  #parts = NONE;

  constructor(connection: Source) {
    connection.onConnect(() => this.#set(NONE));
    connection.on('service:degraded', ({ parts }) => this.#set(parts));
  }

  readonly getSnapshot = (): readonly DegradedPart[] => this.#parts;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  #set(parts: readonly DegradedPart[]): void {
    this.#parts = parts;
    for (const listener of [...this.#listeners]) listener();
  }
}
