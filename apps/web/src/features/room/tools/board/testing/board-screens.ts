import { applyUpdate, Doc, encodeStateAsUpdate, encodeStateVector } from 'yjs';
import { byOrder } from '../order-key';
import { BoardPart } from '../board-part';
import { PageSync } from '../page-sync';
import type { SceneElement } from '../page-sync';
import { rectangle } from './board-elements';

export const PAGE = 'first';

/** For specs: one side's screen, with what Excalidraw would do on it, in its own document. */
export class FakeScreen {
  readonly doc = new Doc();
  readonly part = new BoardPart(this.doc);
  readonly sync: PageSync;
  scene: SceneElement[] = [];
  /** What may still be added, in bytes. */
  room = Infinity;
  #nonce: () => number;

  constructor(nonce: () => number) {
    this.#nonce = nonce;
    const fits = (bytes: number) => bytes <= this.room;
    this.sync = new PageSync({ part: this.part, pageId: PAGE, fits, onPending: () => undefined });
  }

  draw(id: string, change: Readonly<Record<string, unknown>> = {}): void {
    const drawn = rectangle({ id, versionNonce: this.#nonce(), ...change }) as SceneElement;
    this.scene = [...this.scene, drawn].sort(byOrder);
  }

  change(id: string, change: Readonly<Record<string, unknown>>): void {
    this.scene = this.scene.map((one) =>
      one.id === id ? { ...one, ...change, version: one.version + 1, versionNonce: this.#nonce() } : one,
    );
  }

  /** What Excalidraw tells, and what it is told. */
  frame(held: readonly string[] = []): void {
    this.sync.publish(this.scene);
    this.scene = (this.sync.take(this.scene, new Set(held)) as SceneElement[] | null) ?? this.scene;
  }

  get shown(): string[] {
    return this.scene
      .filter(({ isDeleted }) => !isDeleted)
      .map((one) => `${one.id} ${one.version}.${one.versionNonce} ${String((one as { x?: number }).x)}`);
  }

  get written(): string[] {
    return this.part
      .elements()
      .map((one) => one as { id: string; version: number; versionNonce: number; x: number })
      .map((one) => `${one.id} ${one.version}.${one.versionNonce} ${one.x}`);
  }
}

/** What one wrote reaches the other. */
export function send(from: FakeScreen, to: FakeScreen): void {
  applyUpdate(to.doc, encodeStateAsUpdate(from.doc, encodeStateVector(to.doc)), 'partner');
}
