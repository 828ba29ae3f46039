import type { FakePeerConnection } from './fake-peer-connection';

/**
 * Joins fake connections that have exchanged their ICE credentials, as a network would: two that are `stable` and name
 * each other's user name fragment become `connected` and their channels open.
 */
export class FakeNetwork {
  readonly #connections = new Set<FakePeerConnection>();
  #up = true;

  add(connection: FakePeerConnection): void {
    this.#connections.add(connection);
  }

  remove(connection: FakePeerConnection): void {
    this.#connections.delete(connection);
    const peer = this.#peerOf(connection);
    peer?.setLink('disconnected');
  }

  /** Called whenever a negotiation is complete. */
  negotiated(connection: FakePeerConnection): void {
    const peer = this.#peerOf(connection);
    if (!peer || peer.signalingState !== 'stable' || connection.signalingState !== 'stable') return;
    if (!this.#up) return;
    for (const one of [connection, peer]) {
      for (const channel of one.channels) channel.silent = false;
      one.setLink('connected');
    }
    for (const channel of connection.channels) {
      const other = peer.channels.find(({ id }) => id === channel.id);
      if (other && channel.readyState === 'connecting') channel.join(other);
    }
  }

  /** Cuts every path: `disconnected`, or `failed` when told so. New negotiations find no path either. */
  cut(state: 'disconnected' | 'failed' = 'disconnected'): void {
    this.#up = false;
    for (const connection of this.#connections) {
      if (connection.connectionState !== 'new') connection.setLink(state);
    }
  }

  /** Loses everything without a word, as a dead path does before a browser notices; new negotiations find none. */
  silence(): void {
    this.#up = false;
    for (const { channels } of this.#connections) for (const channel of channels) channel.silent = true;
  }

  /** New negotiations find a path again; with `now`, those that lost theirs do as well, without one. */
  mend({ now = false }: { now?: boolean } = {}): void {
    this.#up = true;
    if (now) for (const connection of this.#connections) this.negotiated(connection);
  }

  #peerOf(connection: FakePeerConnection): FakePeerConnection | undefined {
    const { local, remote } = connection.fragments;
    if (local === undefined || remote === undefined) return undefined;
    return [...this.#connections].find(
      (other) => other !== connection && other.fragments.local === remote && other.fragments.remote === local,
    );
  }
}
