import { pictureIn } from '../../../../shared/pictures/picture-facts';
import type { SmallPicture } from '../../../../shared/pictures/picture-facts';
import { BOARD_LIMITS } from './board-limits';
import { unusedFiles } from './board-pages';
import type { BoardPart } from './board-part';

/** The pictures of the board. */
export class BoardFiles {
  readonly #part: BoardPart;
  readonly #fits: (bytes: number) => boolean;

  constructor(part: BoardPart, fits: (bytes: number) => boolean) {
    this.#part = part;
    this.#fits = fits;
  }

  /** `false`: it does not fit, even without the pictures that nobody shows any more. */
  add(id: string, { mimeType, bytes }: SmallPicture): boolean {
    if (this.#part.file(id) !== undefined) return true;
    if (!this.#fits(bytes.byteLength)) {
      this.#part.deleteFiles(unusedFiles(this.#part));
      if (!this.#fits(bytes.byteLength)) return false;
    }
    this.#part.setFile(id, { mimeType, bytes });
    return true;
  }

  /** What the other side put there is looked at: `null` when it is no picture of ours. */
  get(id: string): SmallPicture | null {
    return pictureIn(this.#part.file(id), BOARD_LIMITS.picture);
  }

  /** Calls `listener` with the ids of pictures that came. Returns the function that stops it. */
  onArrival(listener: (ids: readonly string[]) => void): () => void {
    return this.#part.onOthers(({ keys }) => {
      const ids = this.#part.filesAmong(keys);
      if (ids.length > 0) listener(ids);
    });
  }
}
