import type { Doc, Map as YMap, Transaction, YMapEvent } from 'yjs';
import type { WireElement } from './wire-element';

/** What of a page changed, other than by this side's own hand. */
export interface PartChange {
  readonly transaction: Transaction;
  readonly keys: ReadonlySet<string>;
}

const PAGE = 'page:';
const ELEMENT = 'element:';
const FILE = 'file:';

/** Its name in the room’s document. */
export const BOARD_PART = 'board';

/**
 * The board's part of the document: one flat map, in which a page, an element and a picture each have a key. Maps within
 * the map would be lost when both sides make the same one at the same time.
 */
export class BoardPart {
  readonly #map: YMap<unknown>;
  readonly #doc: Doc;

  constructor(doc: Doc) {
    this.#doc = doc;
    this.#map = doc.getMap(BOARD_PART);
  }

  /** Calls `listener` with what others changed, or the device brought. Returns the function that stops it. */
  onOthers(listener: (change: PartChange) => void): () => void {
    return this.#observe((change) => change.transaction.origin !== this && listener(change));
  }

  /** Calls `listener` with every change. Returns the function that stops it. */
  onChange(listener: (change: PartChange) => void): () => void {
    return this.#observe(listener);
  }

  /** All of it at once for the other side. */
  write(change: () => void): void {
    this.#doc.transact(change, this);
  }

  pageIds(): string[] {
    return this.#ids(PAGE);
  }

  page(id: string): unknown {
    return this.#map.get(PAGE + id);
  }

  setPage(id: string, record: Readonly<Record<string, unknown>>): void {
    this.#map.set(PAGE + id, record);
  }

  /** With everything on it. */
  deletePage(id: string): void {
    this.write(() => {
      this.#map.delete(PAGE + id);
      for (const elementId of this.elementIds(id)) this.deleteElement(id, elementId);
    });
  }

  elementIds(pageId: string): string[] {
    return this.#ids(`${ELEMENT}${pageId}:`);
  }

  element(pageId: string, id: string): unknown {
    return this.#map.get(`${ELEMENT}${pageId}:${id}`);
  }

  setElement(pageId: string, id: string, element: WireElement): void {
    this.#map.set(`${ELEMENT}${pageId}:${id}`, element);
  }

  deleteElement(pageId: string, id: string): void {
    this.#map.delete(`${ELEMENT}${pageId}:${id}`);
  }

  /** Which of these keys are elements of the page. */
  elementsAmong(keys: ReadonlySet<string>, pageId: string): string[] {
    return idsAmong(keys, `${ELEMENT}${pageId}:`);
  }

  filesAmong(keys: ReadonlySet<string>): string[] {
    return idsAmong(keys, FILE);
  }

  fileIds(): string[] {
    return this.#ids(FILE);
  }

  file(id: string): unknown {
    return this.#map.get(FILE + id);
  }

  setFile(id: string, file: { readonly mimeType: string; readonly bytes: Uint8Array }): void {
    this.write(() => this.#map.set(FILE + id, file));
  }

  deleteFiles(ids: readonly string[]): void {
    this.write(() => ids.forEach((id) => this.#map.delete(FILE + id)));
  }

  /** Of every page, as they stand there. */
  elements(): unknown[] {
    return [...this.#map].filter(([key]) => key.startsWith(ELEMENT)).map(([, element]) => element);
  }

  #ids(prefix: string): string[] {
    return [...this.#map.keys()].filter((key) => key.startsWith(prefix)).map((key) => key.slice(prefix.length));
  }

  #observe(listener: (change: PartChange) => void): () => void {
    const observe = ({ keysChanged }: YMapEvent<unknown>, transaction: Transaction) =>
      listener({ transaction, keys: keysChanged as ReadonlySet<string> });
    this.#map.observe(observe);
    return () => this.#map.unobserve(observe);
  }
}

const idsAmong = (keys: ReadonlySet<string>, prefix: string): string[] =>
  [...keys].filter((key) => key.startsWith(prefix)).map((key) => key.slice(prefix.length));
