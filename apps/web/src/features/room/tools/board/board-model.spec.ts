import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { pictures } from '../../../../shared/pictures/testing/picture-samples';
import { DocumentPair } from '../../document/testing/document-world';
import { BoardModel } from './board-model';
import { FIRST_PAGE } from './board-pages';
import type { SceneElement } from './page-sync';
import { rectangle } from './testing/board-elements';

let pair: DocumentPair;
beforeEach(() => {
  pair = new DocumentPair();
});
afterEach(() => pair.close());

let ids = 0;
function board(side: DocumentPair['mine'], { maxBytes = 100_000, stored = null as string | null } = {}) {
  let kept = stored;
  const store = { read: () => kept, write: (value: string) => void (kept = value) };
  const shared = side.share({ maxBytes });
  const model = new BoardModel({ shared, store, newId: () => `page${(ids += 1)}` });
  return { shared, model, kept: () => kept };
}

async function inCall(limits = {}) {
  const [a, b] = [board(pair.mine, limits), board(pair.theirs, limits)];
  const { wire } = await pair.connect(a.shared, b.shared);
  return { a: a.model, b: b.model, wire };
}

const draw = (model: BoardModel, id: string): number =>
  model.syncPage(FIRST_PAGE, () => undefined).publish([rectangle({ id }) as SceneElement]);

const PICTURE = { mimeType: 'image/jpeg', width: 8, height: 8, bytes: pictures.jpeg(8, 8) } as const;

describe('what the other side draws', () => {
  it('is unread until the panel is open', async () => {
    const { a, b } = await inCall();
    draw(a, 'one');
    await pair.clock.advance(100);
    expect([a.unread(), b.unread()]).toEqual([0, 1]);
    b.setVisible(true);
    expect(b.unread()).toBe(0);
    draw(a, 'two');
    await pair.clock.advance(100);
    expect(b.unread()).toBe(0);
  });

  it('waits for the screen, and is there for one that is opened later', async () => {
    const { a, b } = await inCall();
    const onPending = jest.fn();
    const sync = b.syncPage(FIRST_PAGE, onPending);
    draw(a, 'one');
    await pair.clock.advance(100);
    expect(onPending).toHaveBeenCalledTimes(1);
    expect(sync.take([], new Set())?.map(({ id }) => id)).toEqual(['one']);
    sync.close();
    expect(b.syncPage(FIRST_PAGE, onPending).take([], new Set())).toHaveLength(1);
  });
});

describe('the page before each side', () => {
  it('is known to the other while they look at the board', async () => {
    const { a, b } = await inCall();
    a.setVisible(true);
    a.addPage('Triangles');
    await pair.clock.advance(200);
    expect(b.getSnapshot()).toMatchObject({ page: FIRST_PAGE, partnerPage: a.getSnapshot().page });
    expect(b.getSnapshot().pages.map(({ name }) => name)).toEqual(['', 'Triangles']);
    a.setVisible(false);
    await pair.clock.advance(200);
    expect(b.getSnapshot().partnerPage).toBeNull();
  });

  it('is the other’s for whoever follows, until they go elsewhere themselves', async () => {
    const { a, b } = await inCall();
    a.setVisible(true);
    b.setVisible(true);
    a.addPage('two');
    await pair.clock.advance(200);
    b.follow(true);
    expect(b.getSnapshot()).toMatchObject({ page: a.getSnapshot().page, follows: true });
    a.openPage(FIRST_PAGE);
    await pair.clock.advance(200);
    expect(b.getSnapshot()).toMatchObject({ page: FIRST_PAGE, follows: true });
    b.openPage(FIRST_PAGE);
    expect(b.getSnapshot().follows).toBe(true);
    b.addPage('mine');
    expect(b.getSnapshot().follows).toBe(false);
    const { page } = b.getSnapshot();
    a.openPage(a.getSnapshot().pages[1]?.id ?? '');
    await pair.clock.advance(200);
    expect(b.getSnapshot().page).toBe(page);
  });

  it('is another one when it is deleted, and never one that is not there', async () => {
    const { a, b } = await inCall();
    a.addPage('two');
    await pair.clock.advance(100);
    const { page } = a.getSnapshot();
    b.openPage(page);
    expect(b.deletePage(page)).toBe(true);
    await pair.clock.advance(100);
    expect([a.getSnapshot().page, b.getSnapshot().page]).toEqual([FIRST_PAGE, FIRST_PAGE]);
    b.openPage('nowhere');
    expect(b.getSnapshot().page).toBe(FIRST_PAGE);
  });

  it('is the same after a reload', async () => {
    const { model, kept } = board(pair.mine);
    model.addPage('two');
    await pair.clock.advance(100);
    const { page } = model.getSnapshot();
    expect(kept()).toBe(page);
    pair.mine.close();
    const again = board(pair.mine, { stored: page });
    await pair.clock.advance(100);
    expect(again.model.getSnapshot().page).toBe(page);
  });
});

describe('pointers', () => {
  it('are told to the other side with the page, and nowhere before one moved', async () => {
    const { a, b } = await inCall();
    const onPointer = jest.fn();
    b.onPartnerPointer(onPointer);
    a.setVisible(true);
    await pair.clock.advance(200);
    expect(Math.abs(b.partnerPointer()?.x ?? 0)).toBeGreaterThan(1_000_000);
    a.point({ x: 3, y: 4, tool: 'laser', down: true, selected: ['one'] });
    await pair.clock.advance(200);
    expect(b.partnerPointer()).toEqual({ page: FIRST_PAGE, x: 3, y: 4, tool: 'laser', down: true, selected: ['one'] });
    expect(onPointer).toHaveBeenCalled();
  });
});

describe('pictures', () => {
  it('reach the other side, where their bytes are looked at', async () => {
    const { a, b } = await inCall();
    const onArrival = jest.fn();
    b.files.onArrival(onArrival);
    expect(a.files.add('f', PICTURE)).toBe(true);
    await pair.clock.advance(100);
    expect(onArrival).toHaveBeenCalledWith(['f']);
    expect(b.files.get('f')).toEqual(PICTURE);
    a.files.add('evil', { ...PICTURE, bytes: pictures.svg() });
    await pair.clock.advance(100);
    expect(b.files.get('evil')).toBeNull();
    expect(b.files.get('nothing')).toBeNull();
  });

  it('take the place of those that nobody shows any more, or stay away', async () => {
    const { a } = await inCall({ maxBytes: 20_000 });
    const large = { ...PICTURE, bytes: new Uint8Array(12_000) };
    large.bytes.set(PICTURE.bytes);
    expect(a.files.add('one', large)).toBe(true);
    expect(a.files.add('two', large)).toBe(true);
    expect(a.files.get('one')).toBeNull();
    const sync = a.syncPage(FIRST_PAGE, () => undefined);
    sync.publish([rectangle({ id: 'x', type: 'image', fileId: 'two', scale: [1, 1] }) as SceneElement]);
    expect(a.files.add('three', large)).toBe(false);
    expect(a.getSnapshot().isFull).toBe(true);
  });
});

describe('a board that is closed', () => {
  it('hears nothing more', async () => {
    const { a, b } = await inCall();
    b.close();
    draw(a, 'one');
    await pair.clock.advance(100);
    expect(b.unread()).toBe(0);
  });
});
