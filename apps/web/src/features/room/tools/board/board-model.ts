import { SnapshotSource } from '../../../../shared/lib/snapshot-source';
import type { BoardPointer } from '../../document/cursor-frame';
import type { SharedDocument } from '../../document/shared-document';
import type { ToolModel, ToolStore } from '../tool';
import { BoardFiles } from './board-files';
import { BOARD_LIMITS } from './board-limits';
import { addPage, deletePage, pagesOf, renamePage } from './board-pages';
import type { BoardPage } from './board-pages';
import { BOARD_PART, BoardPart } from './board-part';
import { PageSync } from './page-sync';

export interface BoardSnapshot {
  readonly pages: readonly BoardPage[];
  /** The page before this side. */
  readonly page: string;
  /** The page before the other side, `null` while they do not look at the board. */
  readonly partnerPage: string | null;
  /** Whether this side goes where the other one goes. */
  readonly follows: boolean;
  readonly unread: number;
  /** The document takes no more. */
  readonly isFull: boolean;
}

/** Where this side points, in the board's own units. */
export type OwnPointer = Omit<NonNullable<BoardPointer>, 'page'>;

/** Of the shared document what the board needs. */
export type BoardDocument = Pick<
  SharedDocument,
  'document' | 'awareness' | 'fits' | 'isPartner' | 'partnerWroteIn' | 'getSnapshot' | 'subscribe'
>;

export interface BoardModelOptions {
  readonly shared: BoardDocument;
  /** Keeps which page was open. */
  readonly store: ToolStore;
  readonly newId: () => string;
}

/** Beyond the board: whoever looks without a pointer is there. */
const NOWHERE: OwnPointer = { x: -2 * BOARD_LIMITS.place, y: 0, tool: 'pointer', down: false, selected: [] };

/** The whiteboard of one room: a part of its document. What draws it is not part of this. */
export class BoardModel extends SnapshotSource<BoardSnapshot> implements ToolModel {
  readonly files: BoardFiles;
  readonly #options: BoardModelOptions;
  readonly #part: BoardPart;
  readonly #pointerListeners = new Set<() => void>();
  readonly #stops: (() => void)[];
  #visible = false;
  #pointer = NOWHERE;

  constructor(options: BoardModelOptions) {
    const isFull = options.shared.getSnapshot().full;
    const unread = options.shared.partnerWroteIn(BOARD_PART) ? 1 : 0;
    super({ pages: [], page: '', partnerPage: null, follows: false, unread, isFull });
    this.#options = options;
    const { shared, store } = options;
    this.#part = new BoardPart(shared.document.doc);
    this.files = new BoardFiles(this.#part, (bytes) => shared.fits(bytes));
    const pages = pagesOf(this.#part);
    const partnerPage = this.partnerPointer()?.page ?? null;
    this.update({ pages, page: pageAmong(pages, store.read()), partnerPage });
    shared.awareness.on('change', this.#pointed);
    this.#stops = [
      this.#part.onChange(() => this.#paged()),
      this.#part.onOthers(({ transaction }) => {
        if (shared.isPartner(transaction.origin) && !this.#visible) this.update({ unread: 1 });
      }),
      shared.subscribe(() => this.update({ isFull: shared.getSnapshot().full })),
      () => shared.awareness.off('change', this.#pointed),
    ];
  }

  unread(): number {
    return this.snapshot.unread;
  }

  setVisible(visible: boolean): void {
    if (visible === this.#visible) return;
    this.#visible = visible;
    this.#pointer = NOWHERE;
    this.#tellWhere();
    if (visible) this.update({ unread: 0 });
  }

  close(): void {
    for (const stop of this.#stops.splice(0)) stop();
  }

  /** Goes to a page by hand: whoever does so leaves the other side, unless they are there. */
  openPage(id: string): void {
    if (!this.snapshot.pages.some((page) => page.id === id)) return;
    this.#goTo(id, this.snapshot.follows && id === this.snapshot.partnerPage);
  }

  /** Makes a page and goes there. `false` when there are as many as there can be. */
  addPage(name: string): boolean {
    const id = this.#options.newId();
    if (!addPage(this.#part, id, name)) return false;
    this.openPage(id);
    return true;
  }

  renamePage(id: string, name: string): void {
    renamePage(this.#part, id, name);
  }

  /** With everything on it; `false` for the last one. */
  deletePage(id: string): boolean {
    return deletePage(this.#part, id);
  }

  /** Whether this side goes where the other one is from now on. */
  follow(follows: boolean): void {
    this.update({ follows });
    this.#followPartner();
  }

  /** Keeps a screen in step with one page until it is closed. */
  syncPage(pageId: string, onPending: () => void): PageSync {
    const { shared } = this.#options;
    return new PageSync({ part: this.#part, pageId, fits: (bytes) => shared.fits(bytes), onPending });
  }

  point(pointer: OwnPointer): void {
    this.#pointer = pointer;
    this.#tellWhere();
  }

  /** Where the other side points; `null` while they do not look at the board. */
  partnerPointer(): BoardPointer {
    const { awareness, document } = this.#options.shared;
    const others = [...awareness.getStates()].filter(([id]) => id !== document.doc.clientID);
    return (others.map(([, state]) => state.board as BoardPointer).find(Boolean) ?? null) as BoardPointer;
  }

  /** Calls `listener` when the other side moves. Returns the function that stops it. */
  onPartnerPointer(listener: () => void): () => void {
    this.#pointerListeners.add(listener);
    return () => this.#pointerListeners.delete(listener);
  }

  readonly #pointed = (_change: unknown, origin: unknown): void => {
    if (origin === 'local') return;
    const partnerPage = this.partnerPointer()?.page ?? null;
    if (partnerPage !== this.snapshot.partnerPage) {
      this.update({ partnerPage });
      this.#followPartner();
    }
    for (const listener of [...this.#pointerListeners]) listener();
  };

  #paged(): void {
    const pages = pagesOf(this.#part);
    if (JSON.stringify(pages) === JSON.stringify(this.snapshot.pages)) return;
    this.update({ pages });
    if (!pages.some(({ id }) => id === this.snapshot.page)) this.#goTo(pageAmong(pages, null), this.snapshot.follows);
    this.#followPartner();
  }

  #followPartner(): void {
    const { follows, partnerPage, pages, page } = this.snapshot;
    if (follows && partnerPage !== page && pages.some(({ id }) => id === partnerPage)) {
      this.#goTo(partnerPage ?? page, true);
    }
  }

  #goTo(page: string, follows: boolean): void {
    this.#options.store.write(page);
    this.update({ page, follows });
    this.#pointer = NOWHERE;
    this.#tellWhere();
  }

  #tellWhere(): void {
    const place: BoardPointer = this.#visible ? { ...this.#pointer, page: this.snapshot.page } : null;
    this.#options.shared.awareness.setLocalStateField('board', place);
  }

  protected override update(change: Partial<BoardSnapshot>): void {
    const isNews = (Object.keys(change) as (keyof BoardSnapshot)[]).some((key) => change[key] !== this.snapshot[key]);
    if (isNews) super.update(change);
  }
}

const pageAmong = (pages: readonly BoardPage[], id: string | null): string =>
  pages.some((page) => page.id === id) ? (id ?? '') : (pages[0]?.id ?? '');
