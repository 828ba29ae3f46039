import { fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { root } from '../ground/product.mjs';

const PROXY = path.join(root, 'apps/web-e2e/support/fault-proxy/process.mjs');

/** A network between two sides, made of the UDP proxy that the end-to-end tests have. */
export class UdpPath {
  #child;
  #answers = new Map();
  #lastId = 0;

  constructor(child) {
    this.#child = child;
    child.on('message', ({ id, answer }) => {
      this.#answers.get(id)?.(answer);
      this.#answers.delete(id);
    });
  }

  /** Every packet is under way for half of `roundTripMs`. */
  static async open(stage, roundTripMs) {
    const child = fork(PROXY, { execArgv: [] });
    await once(child, 'message');
    const opened = stage.keep(new UdpPath(child), () => opened.close());
    await opened.set({ delayMs: roundTripMs / 2 });
    return opened;
  }

  /** A port of 127.0.0.1 that leads through the network to an address of the other side. */
  expose({ host, port, from }) {
    return this.#ask('expose', { host, port, from });
  }

  async set(faults) {
    for (const direction of ['aToB', 'bToA']) await this.#ask('set', { direction, faults });
  }

  /** Ends the proxy. Idempotent. */
  async close() {
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return;
    const over = once(this.#child, 'exit');
    this.#child.disconnect();
    await over;
  }

  #ask(name, argument) {
    this.#lastId += 1;
    const id = this.#lastId;
    return new Promise((resolve, reject) => {
      this.#answers.set(id, resolve);
      this.#child.send({ id, name, argument }, (error) => error && reject(error));
    });
  }
}
