import type { Clock } from '../platform';
import type { FileInfo, FileTransfer, FileTransferState } from './file-transfer';

/** Progress is told this often at most, in milliseconds. */
const PROGRESS_INTERVAL_MS = 100;
/** How long a second's speed is remembered in the rate: the older, the less. */
const RATE_MEMORY_MS = 2_000;

export interface FileStatusOptions {
  readonly id: number;
  readonly direction: FileTransfer['direction'];
  readonly info: FileInfo;
  readonly clock: Clock;
  readonly onChange: (transfer: FileTransfer) => void;
}

/** What is to be told of one transfer: every new state at once, progress now and then. */
export class FileStatus {
  readonly #options: FileStatusOptions;
  #state: FileTransferState;
  #bytes = 0;
  #rate: number | undefined;
  #measured: { readonly at: number; readonly bytes: number } | undefined;
  #cancelLater: (() => void) | undefined;

  constructor(options: FileStatusOptions) {
    this.#options = options;
    this.#state = { status: options.direction === 'incoming' ? 'offered' : 'waiting' };
  }

  get id(): number {
    return this.#options.id;
  }

  get info(): FileInfo {
    return this.#options.info;
  }

  get state(): FileTransferState {
    return this.#state;
  }

  /** Whether nothing more will happen. */
  get isOver(): boolean {
    const { status } = this.#state;
    return status === 'done' || status === 'declined' || status === 'cancelled' || status === 'failed';
  }

  get transfer(): FileTransfer {
    const { id, direction, info } = this.#options;
    return { ...info, id, direction, state: this.#state, bytes: this.#bytes, rate: this.#rate };
  }

  /** Nothing changes once it is over. */
  set(state: FileTransferState): void {
    if (this.isOver || (state.status === this.#state.status && state.status !== 'failed')) return;
    this.#state = state;
    this.#tellNoLonger();
    this.#rate = undefined;
    this.#measured = undefined;
    this.#options.onChange(this.transfer);
  }

  /** From here on: no progress was made. */
  restart(bytes: number): void {
    this.#bytes = bytes;
    this.#tellNoLonger();
    this.#measured = undefined;
  }

  /** The last of it is told too, when no more comes. */
  progress(bytes: number): void {
    const { clock } = this.#options;
    this.#bytes = bytes;
    this.#measured ??= { at: clock.now(), bytes };
    const elapsed = clock.now() - this.#measured.at;
    if (elapsed >= PROGRESS_INTERVAL_MS) this.#tell(elapsed, this.#measured.bytes);
    else if (bytes !== this.#measured.bytes)
      this.#cancelLater ??= clock.setTimeout(() => this.#tellLater(), PROGRESS_INTERVAL_MS);
  }

  /** Again, if it is too early still: a browser's `now()` is rounded, its timers are not (W3C HR-Time, "Clock resolution"). */
  #tellLater(): void {
    this.#cancelLater = undefined;
    this.progress(this.#bytes);
  }

  #tell(elapsed: number, before: number): void {
    this.#tellNoLonger();
    const current = ((this.#bytes - before) * 1_000) / elapsed;
    const weight = this.#rate === undefined ? 1 : 1 - Math.exp(-elapsed / RATE_MEMORY_MS);
    this.#rate = (this.#rate ?? 0) * (1 - weight) + current * weight;
    this.#measured = { at: this.#options.clock.now(), bytes: this.#bytes };
    this.#options.onChange(this.transfer);
  }

  #tellNoLonger(): void {
    this.#cancelLater?.();
    this.#cancelLater = undefined;
  }
}
