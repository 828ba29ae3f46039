import type { FileTransfer, FileTransfers } from '@ieum/webrtc-client';

/** What is used of the library's `FileTransfers`. */
export type Transfers = Pick<FileTransfers, 'send' | 'accept' | 'decline' | 'cancel' | 'close' | 'on'>;

export interface FilesCallOptions {
  readonly transfers: Transfers;
  /** The other side offers a file; the answer is the key it gets. */
  readonly onOffered: (transfer: FileTransfer) => number;
  readonly onChange: (key: number, transfer: FileTransfer) => void;
}

/** The transfers of one call, by the keys of the list, which outlives it. */
export class FilesCall {
  readonly #options: FilesCallOptions;
  readonly #keys = new Map<number, number>();
  #over = false;

  constructor(options: FilesCallOptions) {
    this.#options = options;
    const { transfers, onOffered } = options;
    transfers.on('offered', (transfer) => void this.#keys.set(transfer.id, onOffered(transfer)));
    transfers.on('change', (transfer) => this.#tell(transfer));
  }

  /** What is not over. */
  get keys(): number[] {
    return [...this.#keys.values()];
  }

  send(key: number, file: File): void {
    const transfer = this.#options.transfers.send(file);
    this.#keys.set(transfer.id, key);
    this.#tell(transfer);
  }

  accept(key: number): void {
    this.#of(key, (id) => this.#options.transfers.accept(id));
  }

  decline(key: number): void {
    this.#of(key, (id) => this.#options.transfers.decline(id));
  }

  cancel(key: number): void {
    this.#of(key, (id) => this.#options.transfers.cancel(id));
  }

  /** Nothing is told from now on. */
  close(): void {
    this.#over = true;
    this.#options.transfers.close();
  }

  #of(key: number, act: (id: number) => void): void {
    for (const [id, owner] of this.#keys) if (owner === key) return act(id);
  }

  #tell(transfer: FileTransfer): void {
    const key = this.#keys.get(transfer.id);
    if (this.#over || key === undefined) return;
    const { status } = transfer.state;
    if (status === 'done' || status === 'declined' || status === 'cancelled' || status === 'failed') {
      this.#keys.delete(transfer.id);
    }
    this.#options.onChange(key, transfer);
  }
}
