import type { PushName, PushOf, RequestName, RequestOf, ResponseOf } from '@ieum/signaling-protocol';
import { ApiError } from '../../../../shared/lib/api-error';
import type { RoomConnection } from '../room-connection';

export interface SentRequest {
  readonly name: RequestName;
  readonly payload: unknown;
  answer(data: unknown): Promise<void>;
  refuse(error: Error): Promise<void>;
}

/** Everything promised so far has happened. */
export const settled = () => new Promise<void>((resolve) => setImmediate(resolve));

/** For specs: a connection whose answers, pushes and losses are made by hand. */
export class FakeRoomConnection implements RoomConnection {
  readonly sent: SentRequest[] = [];
  #connected = true;
  readonly #pushes = new Map<string, Set<(payload: never) => void>>();
  readonly #connects = new Set<() => void>();
  readonly #disconnects = new Set<() => void>();

  request<Name extends RequestName>(name: Name, payload: RequestOf<Name>): Promise<ResponseOf<Name>> {
    return new Promise((resolve, reject) => {
      const request: SentRequest = {
        name,
        payload,
        answer: (data) => (resolve(data as ResponseOf<Name>), settled()),
        refuse: (error) => (reject(error), settled()),
      };
      this.sent.push(request);
      if (!this.#connected) reject(new ApiError({ code: 'network/offline' }));
    });
  }

  on<Name extends PushName>(name: Name, listener: (payload: PushOf<Name>) => void): () => void {
    const listeners = this.#pushes.get(name) ?? new Set();
    this.#pushes.set(name, listeners.add(listener));
    return () => void listeners.delete(listener);
  }

  onConnect(listener: () => void): () => void {
    this.#connects.add(listener);
    return () => void this.#connects.delete(listener);
  }

  onDisconnect(listener: () => void): () => void {
    this.#disconnects.add(listener);
    return () => void this.#disconnects.delete(listener);
  }

  isConnected(): boolean {
    return this.#connected;
  }

  push<Name extends PushName>(name: Name, payload: PushOf<Name>): void {
    for (const listener of [...(this.#pushes.get(name) ?? [])]) (listener as (payload: PushOf<Name>) => void)(payload);
  }

  lose(): void {
    this.#connected = false;
    for (const listener of [...this.#disconnects]) listener();
  }

  comeBack(): void {
    this.#connected = true;
    for (const listener of [...this.#connects]) listener();
  }

  /** The requests of that name, oldest first. */
  named(name: RequestName): SentRequest[] {
    return this.sent.filter((request) => request.name === name);
  }

  last(name: RequestName): SentRequest {
    const request = this.named(name).at(-1);
    if (!request) throw new Error(`no ${name} was sent`);
    return request;
  }

  listenerCount(): number {
    return [...this.#pushes.values()].reduce(
      (sum, set) => sum + set.size,
      this.#connects.size + this.#disconnects.size,
    );
  }
}
