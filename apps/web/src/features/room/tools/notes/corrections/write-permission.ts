import type { Doc, Map as YMap } from 'yjs';

/** Whether the student may write in the notes; the mentor always may. */
export class WritePermission {
  readonly #map: YMap<unknown>;

  constructor(doc: Doc) {
    this.#map = doc.getMap('permissions');
  }

  readonly getSnapshot = (): boolean => this.#map.get('studentWrites') === true;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#map.observe(listener);
    return () => this.#map.unobserve(listener);
  };

  set(studentWrites: boolean): void {
    this.#map.set('studentWrites', studentWrites);
  }
}
