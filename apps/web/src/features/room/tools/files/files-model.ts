import type { FileTransfer, PeerChannel } from '@ieum/webrtc-client';
import { SnapshotSource } from '../../../../shared/lib/snapshot-source';
import type { DroppedFiles } from '../../dropped-files';
import type { ToolCall, ToolModel } from '../tool';
import { isOver } from './file-entry';
import type { FileEntry, FileEntryState } from './file-entry';
import { FileList } from './file-list';
import { FilesCall } from './files-call';
import type { Transfers } from './files-call';
import { FILES_CHANNEL } from './files-channel';
import { MAX_FILE_BYTES } from './max-file-bytes';
import { openReceived } from './received-file';
import type { ObjectUrls } from './received-file';

/** Something that a person who does not look at the list wants to hear of. */
export interface FileNews {
  readonly id: number;
  readonly entry: FileEntry;
}

export interface FilesSnapshot {
  /** Oldest first. */
  readonly entries: readonly FileEntry[];
  readonly unread: number;
  /** Whether the other side is asked at once. */
  readonly linkOpen: boolean;
  readonly news: FileNews | null;
}

export interface FilesModelOptions {
  readonly createTransfers: (channel: PeerChannel) => Transfers;
  readonly urls: ObjectUrls;
}

/**
 * The files of one room. The list outlives calls: what was under way when the other side left or reloaded has failed
 * and can be offered again, and what was chosen while nobody was there is offered when somebody comes.
 */
export class FilesModel extends SnapshotSource<FilesSnapshot> implements ToolModel {
  readonly #options: FilesModelOptions;
  readonly #list: FileList;
  #call: FilesCall | null = null;
  #newsMade = 0;
  /** What happens now is this person's own doing: no news. */
  #acting = false;

  constructor(options: FilesModelOptions) {
    super({ entries: [], unread: 0, linkOpen: false, news: null });
    this.#options = options;
    this.#list = new FileList(options.urls);
  }

  unread(): number {
    return this.snapshot.unread;
  }

  setVisible(visible: boolean): void {
    this.#list.setVisible(visible);
    this.update();
  }

  callBegan(toolCall: ToolCall): () => void {
    const channel = toolCall.channel(FILES_CHANNEL.label);
    const call = new FilesCall({
      transfers: this.#options.createTransfers(channel),
      onOffered: (transfer) => this.#offered(transfer),
      onChange: (key, transfer) => this.#changed(key, transfer),
    });
    this.#call = call;
    const stop = channel.on('open', (linkOpen) => this.update({ linkOpen }));
    for (const { key, state } of this.#list.entries) if (state.status === 'waiting') this.#send(key);
    this.update({ linkOpen: channel.isOpen });
    return () => {
      stop();
      if (this.#call === call) this.#call = null;
      for (const key of call.keys) this.#become(key, { status: 'failed', reason: 'partner-left' });
      call.close();
      this.update({ linkOpen: false });
    };
  }

  /** Offers what the person chose; `folders` are the names of what cannot be sent. */
  offer(files: readonly File[], folders: readonly string[] = []): void {
    for (const file of files) {
      const info = { name: file.name, size: file.size, mediaType: file.type };
      if (file.size <= MAX_FILE_BYTES) this.#send(this.#list.add('outgoing', info, file));
      else this.#become(this.#list.add('outgoing', info), { status: 'failed', reason: 'too-large' });
    }
    for (const name of folders) {
      const key = this.#list.add('outgoing', { name, size: 0, mediaType: '' });
      this.#become(key, { status: 'failed', reason: 'folder' });
    }
    this.update();
  }

  takeFiles({ files, folders }: DroppedFiles): void {
    this.offer(files, folders);
  }

  sendAgain(key: number): void {
    if (!this.#list.get(key)?.canSendAgain) return;
    this.#list.change(key, { bytes: 0, rate: undefined });
    this.#become(key, { status: 'waiting' });
    this.#send(key);
    this.update();
  }

  accept(key: number): void {
    this.#act(() => this.#call?.accept(key));
  }

  decline(key: number): void {
    this.#act(() => this.#call?.decline(key));
  }

  cancel(key: number): void {
    this.#act(() => {
      if (this.#call) this.#call.cancel(key);
      else this.#become(key, { status: 'cancelled' });
    });
  }

  /** Takes what is over from the list, and a received file from memory. */
  remove(key: number): void {
    const entry = this.#list.get(key);
    if (entry && isOver(entry)) this.#list.remove(key);
    this.update();
  }

  close(): void {
    this.#list.clear();
    this.update({ news: null });
  }

  #send(key: number): void {
    const file = this.#list.file(key);
    if (file) this.#call?.send(key, file);
  }

  #act(run: () => void): void {
    this.#acting = true;
    run();
    this.#acting = false;
    this.update();
  }

  #offered(transfer: FileTransfer): number {
    const key = this.#list.add('incoming', transfer);
    this.#report(key);
    this.update();
    return key;
  }

  #changed(key: number, transfer: FileTransfer): void {
    const { name, size, mediaType, bytes, rate } = transfer;
    this.#list.change(key, { name, size, mediaType, bytes, rate });
    if (transfer.state.status !== this.#list.get(key)?.state.status) this.#become(key, this.#stateOf(transfer));
    this.update();
  }

  #stateOf(transfer: FileTransfer): FileEntryState {
    const { state, direction } = transfer;
    if (state.status === 'failed') return { status: 'failed', reason: state.reason };
    if (state.status !== 'done') return { status: state.status };
    return direction === 'incoming'
      ? openReceived(state.file, transfer, this.#options.urls)
      : { status: 'done', saveUrl: null, pictureUrl: null };
  }

  #become(key: number, state: FileEntryState): void {
    this.#list.become(key, state);
    if (isOver({ state }) && !this.#acting) this.#report(key);
  }

  #report(key: number): void {
    const entry = this.#list.get(key);
    this.#newsMade += 1;
    if (entry) this.update({ news: { id: this.#newsMade, entry } });
  }

  protected override update(change: Partial<Pick<FilesSnapshot, 'linkOpen' | 'news'>> = {}): void {
    super.update({ ...change, entries: this.#list.entries, unread: this.#list.unseen });
  }
}
