/**
 * What one direction does to its packets.
 * @typedef {object} Faults
 * @property {number} delayMs how long a packet is under way
 * @property {number} jitterMs up to how much longer, evenly spread; packets stay in order
 * @property {number} loss share of packets that are lost, 0 to 1
 * @property {number} bitsPerSecond 0 for no limit; packets queue behind each other
 * @property {number} queueBytes how much may wait for its turn at `bitsPerSecond`; what comes on top is lost
 * @property {boolean} blackOut whether everything is lost, also what is under way
 */

/** @type {Faults} */
const NO_FAULTS = { delayMs: 0, jitterMs: 0, loss: 0, bitsPerSecond: 0, queueBytes: 65_536, blackOut: false };

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
function seededRandom(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** One direction of a path. */
export class Link {
  /** @type {Faults} */
  #faults = NO_FAULTS;
  #random;
  /** When the last packet has had its turn, and when it arrives; milliseconds as of `performance.now()`. */
  #freeAt = 0;
  #lastArrival = 0;
  #underWay = [];
  #timer;
  traffic = { packets: 0, lost: 0, delivered: 0, deliveredBytes: 0 };

  constructor(seed) {
    this.#random = seededRandom(seed);
  }

  /** @param {Partial<Faults>} faults */
  set(faults) {
    this.#faults = { ...this.#faults, ...faults };
    if (!this.#faults.blackOut) return;
    this.traffic.lost += this.#underWay.length;
    this.#underWay = [];
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#freeAt = this.#lastArrival = 0;
  }

  /** Calls `deliver` when the packet arrives, if it does. */
  send(bytes, deliver) {
    this.traffic.packets += 1;
    const arrival = this.#arrivalOf(bytes, performance.now());
    if (arrival === undefined) {
      this.traffic.lost += 1;
      return;
    }
    this.#underWay.push({ arrival, bytes, deliver });
    if (this.#timer === undefined) this.#deliverDue();
  }

  /** One timer for all: two timers a fraction of a millisecond apart could change places. */
  #deliverDue() {
    this.#timer = undefined;
    const now = performance.now();
    while (this.#underWay.length > 0 && this.#underWay[0].arrival <= now) {
      const { bytes, deliver } = this.#underWay.shift();
      this.traffic.delivered += 1;
      this.traffic.deliveredBytes += bytes;
      deliver();
    }
    if (this.#underWay.length === 0) return;
    this.#timer = setTimeout(() => this.#deliverDue(), Math.ceil(this.#underWay[0].arrival - now));
  }

  #arrivalOf(bytes, now) {
    const { delayMs, jitterMs, loss, bitsPerSecond, queueBytes, blackOut } = this.#faults;
    if (blackOut || this.#random() < loss) return undefined;
    let left = now;
    if (bitsPerSecond > 0) {
      const turn = Math.max(now, this.#freeAt);
      if (((turn - now) * bitsPerSecond) / 8000 + bytes > queueBytes) return undefined;
      left = this.#freeAt = turn + (bytes * 8000) / bitsPerSecond;
    }
    this.#lastArrival = Math.max(this.#lastArrival, left + delayMs + jitterMs * this.#random());
    return this.#lastArrival;
  }
}
