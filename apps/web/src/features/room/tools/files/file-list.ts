import type { FileInfo } from '@ieum/webrtc-client';
import { isOver } from './file-entry';
import type { FileEntry, FileEntryState } from './file-entry';
import { releaseReceived } from './received-file';
import type { ObjectUrls } from './received-file';

/** However often the other side offers and takes back. Files that were received stay whatever comes. */
export const MAX_ENTRIES = 60;

/** The entries of one visit, the files behind them, and which of them the person has not seen. */
export class FileList {
  readonly #urls: ObjectUrls;
  readonly #entries = new Map<number, FileEntry>();
  /** Of outgoing entries, for sending and for sending again. */
  readonly #files = new Map<number, File>();
  readonly #unseen = new Set<number>();
  #visible = false;
  #made = 0;

  constructor(urls: ObjectUrls) {
    this.#urls = urls;
  }

  /** Oldest first. */
  get entries(): FileEntry[] {
    return [...this.#entries.values()];
  }

  get unseen(): number {
    return this.#unseen.size;
  }

  get(key: number): FileEntry | undefined {
    return this.#entries.get(key);
  }

  file(key: number): File | undefined {
    return this.#files.get(key);
  }

  /** Whether what comes is before the person's eyes. */
  setVisible(visible: boolean): void {
    this.#visible = visible;
    if (visible) this.#unseen.clear();
  }

  /** Returns the key of the new entry. */
  add(direction: FileEntry['direction'], { name, size, mediaType }: FileInfo, file?: File): number {
    this.#made += 1;
    const key = this.#made;
    const state = { status: direction === 'incoming' ? 'offered' : 'waiting' } as const;
    this.#entries.set(key, {
      ...{ key, direction, name, size, mediaType, state, bytes: 0, rate: undefined },
      canSendAgain: false,
    });
    if (file) this.#files.set(key, file);
    if (direction === 'incoming') this.#arrived(key);
    this.#forgetOld();
    return key;
  }

  /** Takes over what is known of it now. */
  change(key: number, change: Partial<Omit<FileEntry, 'key' | 'state' | 'canSendAgain'>>): void {
    const entry = this.#entries.get(key);
    if (entry) this.#entries.set(key, { ...entry, ...change });
  }

  become(key: number, state: FileEntryState): void {
    const entry = this.#entries.get(key);
    if (!entry) return;
    const over = isOver({ state });
    if (state.status === 'done') this.#files.delete(key);
    this.#entries.set(key, { ...entry, state, canSendAgain: over && this.#files.has(key) });
    if (!over) return;
    if (state.status === 'done' && entry.direction === 'incoming') this.#arrived(key);
    else this.#unseen.delete(key);
  }

  /** With the file that was received. */
  remove(key: number): void {
    const entry = this.#entries.get(key);
    if (entry) releaseReceived(entry.state, this.#urls);
    this.#entries.delete(key);
    this.#files.delete(key);
    this.#unseen.delete(key);
  }

  clear(): void {
    for (const key of [...this.#entries.keys()]) this.remove(key);
  }

  #arrived(key: number): void {
    if (!this.#visible) this.#unseen.add(key);
  }

  #forgetOld(): void {
    for (const entry of this.entries) {
      if (this.#entries.size <= MAX_ENTRIES) return;
      const isKept = entry.direction === 'incoming' && entry.state.status === 'done';
      if (isOver(entry) && !isKept) this.remove(entry.key);
    }
  }
}
