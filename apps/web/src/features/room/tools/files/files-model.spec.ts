import { beforeEach, describe, expect, it } from '@jest/globals';
import { MAX_ENTRIES } from './file-list';
import { MAX_FILE_BYTES } from './max-file-bytes';
import { fileOf, FilesWorld } from './testing/files-world';

let world: FilesWorld;
beforeEach(() => {
  world = new FilesWorld();
});

describe('sending files', () => {
  it('asks the other side and follows the file to its end', () => {
    const { transfers } = world.begin();
    world.model.offer([fileOf('a.pdf', 'application/pdf')]);
    expect(world.entry(0)).toMatchObject({
      direction: 'outgoing',
      name: 'a.pdf',
      size: 10,
      state: { status: 'waiting' },
    });
    transfers.change(1, { status: 'transferring' }, 4);
    expect(world.entry(0)).toMatchObject({ state: { status: 'transferring' }, bytes: 4 });
    transfers.change(1, { status: 'paused' }, 4);
    transfers.change(1, { status: 'transferring' }, 8);
    transfers.change(1, { status: 'done', file: new Blob() }, 10);
    expect(world.entry(0)).toMatchObject({ state: { status: 'done', saveUrl: null }, canSendAgain: false });
    expect(world.news).toBe('a.pdf done');
    expect(world.urls.size).toBe(0);
  });

  it('keeps what is chosen before anybody is there, and offers it when somebody comes', () => {
    world.model.offer([fileOf('early.txt'), fileOf('taken-back.txt')]);
    world.model.cancel(2);
    const { transfers } = world.begin();
    expect(transfers.sent.map(({ name }) => name)).toEqual(['early.txt']);
    expect(world.statuses).toEqual(['waiting', 'cancelled']);
  });

  it('says whether the other side is asked at once', () => {
    const { channel, end } = world.begin();
    const seen: boolean[] = [];
    world.model.subscribe(() => seen.push(world.model.getSnapshot().linkOpen));
    channel.open(false);
    channel.open(true);
    end();
    expect(seen).toEqual([false, true, false]);
  });

  it('refuses what is too large, and folders, before the other side is asked', () => {
    const { transfers } = world.begin();
    const large = fileOf('large.mov');
    Object.defineProperty(large, 'size', { value: MAX_FILE_BYTES + 1 });
    world.model.takeFiles({ files: [large], folders: ['my folder'] });
    expect(world.statuses).toEqual(['too-large', 'folder']);
    expect(world.entry(0).canSendAgain).toBe(false);
    expect(transfers.sent).toEqual([]);
  });

  it.each(['declined', 'cancelled'] as const)('offers a file again that was %s', (status) => {
    const { transfers } = world.begin();
    world.model.offer([fileOf('a.pdf')]);
    transfers.change(1, { status });
    expect(world.entry(0).canSendAgain).toBe(true);
    world.model.sendAgain(1);
    expect(world.statuses).toEqual(['waiting']);
    transfers.change(2, { status: 'transferring' }, 3);
    expect(world.entry(0)).toMatchObject({ state: { status: 'transferring' }, canSendAgain: false });
    expect(transfers.sent).toHaveLength(2);
  });

  it('offers a file again that failed, and tells why it did', () => {
    const { transfers } = world.begin();
    world.model.offer([fileOf('a.pdf')]);
    transfers.change(1, { status: 'transferring' }, 9);
    transfers.change(1, { status: 'failed', reason: 'hash-mismatch' }, 9);
    expect(world.statuses).toEqual(['hash-mismatch']);
    world.model.sendAgain(1);
    expect(world.entry(0)).toMatchObject({ state: { status: 'waiting' }, bytes: 0 });
  });

  it('has failed when the other side left or reloaded, and can be offered to whoever comes', () => {
    const first = world.begin();
    world.model.offer([fileOf('a.pdf'), fileOf('b.pdf')]);
    first.transfers.change(1, { status: 'transferring' });
    first.transfers.change(2, { status: 'declined' });
    first.transfers.offer('theirs.txt');
    first.end();
    expect(first.transfers.done).toEqual(['close']);
    expect(world.statuses).toEqual(['partner-left', 'declined', 'partner-left']);
    expect(world.entries.map(({ canSendAgain }) => canSendAgain)).toEqual([true, true, false]);
    const second = world.begin();
    expect(second.transfers.sent).toEqual([]);
    world.model.sendAgain(1);
    expect(second.transfers.sent.map(({ name }) => name)).toEqual(['a.pdf']);
  });
});

describe('receiving files', () => {
  it('asks the person, and makes what came savable', () => {
    const { transfers } = world.begin();
    transfers.offer('notes.html', 'text/html');
    expect(world.statuses).toEqual(['offered']);
    expect(world.news).toBe('notes.html offered');
    world.model.accept(1);
    transfers.change(1, { status: 'done', file: new Blob(['<script>'], { type: 'application/octet-stream' }) });
    expect(transfers.done).toEqual(['accept 1']);
    expect(world.entry(0).state).toEqual({ status: 'done', saveUrl: 'blob:1', pictureUrl: null });
    expect(world.urls.get('blob:1')?.type).toBe('application/octet-stream');
  });

  it.each([
    ['x.png', 'image/png', true],
    ['x.jpg', 'image/jpeg', true],
    ['x.webp', 'image/webp', true],
    ['x.gif', 'image/gif', true],
    ['pasted', 'image/png', true],
    ['x.svg', 'image/svg+xml', false],
    ['x.svg', 'image/png', false],
    ['x.png', 'image/svg+xml', false],
    ['x.png', 'text/html', false],
    ['x.exe', 'image/png', false],
    ['x.png', '', false],
  ])('shows %p of type %p as a picture: %p', (name, mediaType, shown) => {
    const { transfers } = world.begin();
    transfers.offer(name, mediaType);
    transfers.change(1, { status: 'done', file: new Blob(['x']) });
    expect([...world.urls.values()].map(({ type }) => type)).toEqual(shown ? ['', mediaType] : ['']);
    expect(world.entry(0).state).toMatchObject({ pictureUrl: shown ? 'blob:2' : null });
  });

  it('declines without news of one’s own doing', () => {
    const { transfers } = world.begin();
    transfers.offer('a.txt');
    world.model.decline(1);
    expect(world.statuses).toEqual(['declined']);
    expect(transfers.done).toEqual(['decline 1']);
    expect(world.news).toBe('a.txt offered');
  });

  it('cancels on either side; the other side’s doing is news', () => {
    const { transfers } = world.begin();
    transfers.offer('mine.txt');
    transfers.offer('theirs.txt');
    world.model.accept(1);
    world.model.accept(2);
    world.model.cancel(1);
    expect(world.news).toBe('theirs.txt offered');
    transfers.change(2, { status: 'cancelled' });
    expect(world.statuses).toEqual(['cancelled', 'cancelled']);
    expect(world.news).toBe('theirs.txt cancelled');
  });

  it('counts offers and files that came while the list was closed, until it is open', () => {
    const { transfers } = world.begin();
    transfers.offer('a.txt');
    transfers.offer('b.txt');
    expect(world.model.unread()).toBe(2);
    transfers.change(2, { status: 'cancelled' });
    expect(world.model.unread()).toBe(1);
    world.model.setVisible(true);
    expect(world.model.unread()).toBe(0);
    transfers.offer('c.txt');
    expect(world.model.unread()).toBe(0);
    world.model.setVisible(false);
    transfers.change(1, { status: 'done', file: new Blob() });
    expect(world.model.unread()).toBe(1);
  });
});

describe('the list', () => {
  it('lets go of a received file when it is removed, and of all when the room is left', () => {
    const { transfers, end } = world.begin();
    for (const name of ['a.png', 'b.png']) {
      transfers.change(transfers.offer(name, 'image/png'), { status: 'done', file: new Blob() });
    }
    expect(world.urls.size).toBe(4);
    world.model.remove(1);
    expect(world.urls.size).toBe(2);
    expect(world.entries.map(({ name }) => name)).toEqual(['b.png']);
    end();
    world.model.close();
    expect(world.urls.size).toBe(0);
    expect(world.entries).toEqual([]);
  });

  it('never removes what is under way', () => {
    const { transfers } = world.begin();
    transfers.offer('a.txt');
    world.model.remove(1);
    expect(world.statuses).toEqual(['offered']);
  });

  it('stays short however often the other side offers and takes back, and keeps what was received', () => {
    const { transfers } = world.begin();
    transfers.change(transfers.offer('kept.png'), { status: 'done', file: new Blob() });
    for (let count = 0; count < 200; count += 1) transfers.change(transfers.offer('spam'), { status: 'cancelled' });
    expect(world.entries).toHaveLength(MAX_ENTRIES);
    expect(world.entry(0).name).toBe('kept.png');
    expect(world.urls.size).toBe(1);
  });
});
