import type { FileEntry } from '../file-entry';
import { FilesModel } from '../files-model';
import { FakeChannel, FakeTransfers } from './fake-transfers';

/** For specs: the files of one room, with calls made by hand. */
export class FilesWorld {
  readonly calls: FakeTransfers[] = [];
  /** What can be fetched from a `blob:` address now. */
  readonly urls = new Map<string, Blob>();
  readonly model = new FilesModel({
    createTransfers: () => {
      const transfers = new FakeTransfers();
      this.calls.push(transfers);
      return transfers;
    },
    urls: {
      create: (blob) => {
        this.#made += 1;
        this.urls.set(`blob:${this.#made}`, blob);
        return `blob:${this.#made}`;
      },
      revoke: (url) => void this.urls.delete(url),
    },
  });
  #made = 0;

  /** Returns what the other side's page can do, and the end of the call. */
  begin(channel = new FakeChannel()) {
    const end = this.model.callBegan({ channel: () => channel });
    const transfers = this.calls.at(-1);
    if (!transfers) throw new Error('the model did not begin a call');
    return { transfers, channel, end };
  }

  get entries(): readonly FileEntry[] {
    return this.model.getSnapshot().entries;
  }

  entry(index: number): FileEntry {
    const entry = this.entries.at(index);
    if (!entry) throw new Error(`no entry ${index}`);
    return entry;
  }

  get statuses(): string[] {
    return this.entries.map(({ state }) => (state.status === 'failed' ? state.reason : state.status));
  }

  get news(): string | undefined {
    const { news } = this.model.getSnapshot();
    return news ? `${news.entry.name} ${news.entry.state.status}` : undefined;
  }
}

export const fileOf = (name: string, type = '') => new File(['0123456789'], name, { type });
