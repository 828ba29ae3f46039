import type { FileTransfer, FileTransfersEvents, FileTransferState, PeerChannel } from '@ieum/webrtc-client';
import { TypedEmitter } from '@ieum/webrtc-client';
import type { Transfers } from '../files-call';

/** For specs: the files of a call whose other side is the test. */
export class FakeTransfers implements Transfers {
  readonly done: string[] = [];
  readonly sent: File[] = [];
  readonly #events = new TypedEmitter<FileTransfersEvents>();
  readonly #transfers = new Map<number, FileTransfer>();

  on<K extends keyof FileTransfersEvents>(event: K, listener: (payload: FileTransfersEvents[K]) => void): () => void {
    return this.#events.on(event, listener);
  }

  send(file: Blob & { readonly name?: string }): FileTransfer {
    this.sent.push(file as File);
    return this.#add({ name: file.name ?? '', size: file.size, mediaType: file.type, direction: 'outgoing' });
  }

  accept(id: number): boolean {
    return this.#act('accept', id, { status: 'transferring' });
  }

  decline(id: number): boolean {
    return this.#act('decline', id, { status: 'declined' });
  }

  cancel(id: number): boolean {
    return this.#act('cancel', id, { status: 'cancelled' });
  }

  close(): void {
    this.done.push('close');
    for (const [id, { state }] of this.#transfers) {
      if (state.status === 'transferring' || state.status === 'waiting') this.change(id, { status: 'cancelled' });
    }
  }

  /** The other side offers a file. Returns the transfer's id. */
  offer(name: string, mediaType = ''): number {
    const transfer = this.#add({ name, size: 10, mediaType, direction: 'incoming' });
    this.#events.emit('offered', transfer);
    return transfer.id;
  }

  change(id: number, state: FileTransferState, bytes = 0): void {
    const before = this.#transfers.get(id);
    if (!before) throw new Error(`no transfer ${id}`);
    const transfer = { ...before, state, bytes };
    this.#transfers.set(id, transfer);
    this.#events.emit('change', transfer);
  }

  #add(what: Pick<FileTransfer, 'name' | 'size' | 'mediaType' | 'direction'>): FileTransfer {
    const id = this.#transfers.size + 1;
    const status = what.direction === 'incoming' ? 'offered' : 'waiting';
    const transfer: FileTransfer = { ...what, id, state: { status }, bytes: 0, rate: undefined };
    this.#transfers.set(id, transfer);
    return transfer;
  }

  #act(what: string, id: number, state: FileTransferState): boolean {
    this.done.push(`${what} ${id}`);
    this.change(id, state);
    return true;
  }
}

/** For specs: a channel that only opens and closes. */
export class FakeChannel implements PeerChannel {
  readonly label = 'files';
  readonly bufferedAmount = 0;
  isOpen = true;
  #onOpen: (open: boolean) => void = () => undefined;

  send = () => false;

  on: PeerChannel['on'] = (event, listener) => {
    if (event === 'open') this.#onOpen = listener as (open: boolean) => void;
    return () => (this.#onOpen = () => undefined);
  };

  open(open: boolean): void {
    this.isOpen = open;
    this.#onOpen(open);
  }
}
