import { BOARD_LIMITS } from './board-limits';
import type { BoardPart } from './board-part';
import type { BoardElement } from './element-schema';
import { byOrder } from './order-key';
import { beats, isSame } from './reconcile';
import type { Versioned } from './reconcile';
import { bytesOf, decodeElement, encodeElement, pointsOf } from './wire-element';

/** What of an element on the screen matters here; the rest is the document's. */
export interface SceneElement extends Versioned {
  readonly id: string;
  readonly isDeleted: boolean;
  readonly index: string | null;
  readonly type: string;
  readonly width: number;
  readonly height: number;
  readonly points?: readonly unknown[];
}

/** An element of the document as the screen has it. */
export type ShownElement = BoardElement & { readonly isDeleted: false; readonly updated: 1 };

export interface PageSyncOptions {
  readonly part: BoardPart;
  readonly pageId: string;
  /** `false`: so many bytes more do not fit into the document. */
  readonly fits: (bytes: number) => boolean;
  /** Something of the other side waits to be taken. */
  readonly onPending: () => void;
}

/**
 * Keeps what one screen shows of a page in step with the document. What is deleted is no more in the document: of a
 * deletion and a change at the same time the change stays. All else goes by the versions of the elements, so that both
 * sides end with the same, whatever came when.
 */
export class PageSync {
  readonly #options: PageSyncOptions;
  /** The version of each element that this screen and the document had in common last. */
  readonly #known = new Map<string, Versioned>();
  /** What counts against the limits of a page, by element. */
  readonly #points = new Map<string, number>();
  readonly #pending = new Set<string>();
  readonly #stop: () => void;
  #total = 0;

  constructor(options: PageSyncOptions) {
    this.#options = options;
    const { part, pageId } = options;
    for (const id of part.elementIds(pageId)) this.#pending.add(id);
    this.#stop = part.onOthers(({ keys }) => {
      const ids = part.elementsAmong(keys, pageId);
      for (const id of ids) this.#pending.add(id);
      if (ids.length > 0) options.onPending();
    });
  }

  close(): void {
    this.#stop();
  }

  get hasPending(): boolean {
    return this.#pending.size > 0;
  }

  /**
   * Writes down what this side changed, and only that; the answer is about how many bytes. `scene`: everything on the
   * screen, deleted or not.
   */
  publish(scene: readonly SceneElement[]): number {
    const changed = scene.filter((element) => {
      const known = this.#known.get(element.id);
      return !known || !isSame(known, element);
    });
    let bytes = 0;
    if (changed.length > 0) this.#options.part.write(() => changed.forEach((one) => (bytes += this.#publishOne(one))));
    return bytes;
  }

  /**
   * The screen with what came from the other side; `null` when nothing of it changes. What is in `held` is just being
   * written here: it is merged later. To be called after `publish`.
   */
  take(scene: readonly SceneElement[], held: ReadonlySet<string>): (SceneElement | ShownElement)[] | null {
    const shown = new Map<string, SceneElement | ShownElement>(scene.map((element) => [element.id, element]));
    let isChanged = false;
    this.#options.part.write(() => {
      for (const id of [...this.#pending].filter((one) => !held.has(one))) {
        this.#pending.delete(id);
        const next = this.#takeOne(id, shown.get(id));
        if (!next) continue;
        shown.set(id, next);
        isChanged = true;
      }
    });
    return isChanged ? [...shown.values()].sort(byOrder) : null;
  }

  #publishOne(element: SceneElement): number {
    const { part, pageId, fits } = this.#options;
    const { id } = element;
    if (element.isDeleted || isNothing(element)) {
      this.#know(element);
      this.#count(id, 0);
      if (part.element(pageId, id) === undefined) return 0;
      this.#pending.delete(id);
      part.deleteElement(pageId, id);
      return 0;
    }
    const theirs = this.#pending.has(id) ? decodeElement(part.element(pageId, id)) : null;
    if (theirs && beats(theirs, element)) return 0;
    const encoded = encodeElement(element);
    const bytes = encoded ? bytesOf(encoded) : 0;
    if (!fits(bytes)) return 0;
    this.#know(element);
    if (!encoded) return 0;
    this.#pending.delete(id);
    this.#count(id, element.points?.length ?? 4);
    part.setElement(pageId, id, encoded);
    return bytes;
  }

  #takeOne(id: string, local: SceneElement | ShownElement | undefined): SceneElement | ShownElement | null {
    const { part, pageId } = this.#options;
    const value = part.element(pageId, id);
    if (value === undefined) {
      if (!local || local.isDeleted) return null;
      const gone = { ...local, isDeleted: true, version: local.version + 1, versionNonce: newNonce() };
      this.#know(gone);
      this.#count(id, 0);
      return gone;
    }
    const theirs = decodeElement(value);
    if (theirs?.id !== id || !this.#hasRoomFor(theirs)) return null;
    if (local && !local.isDeleted) {
      if (isSame(local, theirs)) return null;
      // The document has the one that does not win, for want of knowing the rule.
      const ours = beats(local, theirs) ? encodeElement(local) : null;
      if (ours) {
        part.setElement(pageId, id, ours);
        return null;
      }
    }
    this.#know(theirs);
    this.#count(id, pointsOf(theirs));
    return { ...theirs, isDeleted: false, updated: 1 };
  }

  #know({ version, versionNonce, id }: Versioned & { readonly id: string }): void {
    this.#known.set(id, { version, versionNonce });
  }

  #hasRoomFor(element: BoardElement): boolean {
    const more = pointsOf(element) - (this.#points.get(element.id) ?? 0);
    if (this.#total + more > BOARD_LIMITS.pagePoints) return false;
    return this.#points.has(element.id) || this.#points.size < BOARD_LIMITS.elements;
  }

  #count(id: string, points: number): void {
    this.#total += points - (this.#points.get(id) ?? 0);
    if (points > 0) this.#points.set(id, points);
    else this.#points.delete(id);
  }
}

/** Excalidraw draws anew what has another one. */
const newNonce = (): number => Math.floor(Math.random() * 2 ** 31);

/** A click without a stroke: Excalidraw drops it without a word. */
const isNothing = ({ points, width, height }: SceneElement): boolean =>
  points ? points.length < 2 : width === 0 && height === 0;
