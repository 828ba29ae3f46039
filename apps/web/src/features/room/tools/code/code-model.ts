import { SnapshotSource } from '../../../../shared/lib/snapshot-source';
import type { SharedDocument } from '../../document/shared-document';
import type { ToolModel, ToolStore } from '../tool';
import { CODE_MAX, ShownCode } from './shown-code';
import type { CodeLanguage } from './shown-code';

/** Code that is brought, and not shown yet. */
interface CodeDraft {
  readonly language: CodeLanguage;
  readonly text: string;
}

export interface CodeSnapshot {
  readonly shown: ShownCode | null;
  readonly unread: number;
  /** For as long as the visit lasts: closing the panel must not lose it. */
  readonly draft: CodeDraft | null;
}

/** Why code is not shown. */
export type CodeRefusal = 'empty' | 'too-large' | 'full';

const KEY = 'shown';
const BYTES_A_LETTER = 3;
const BYTES_BESIDES = 100;

/** Code that both look at: whoever shows some shows it to both. A part of the room's document. */
export class CodeModel extends SnapshotSource<CodeSnapshot> implements ToolModel {
  readonly #shared: Pick<SharedDocument, 'document' | 'fits'>;
  /** Knows what was seen, so that a reload makes no news of it. */
  readonly #store: ToolStore;
  readonly #map;
  #visible = false;

  constructor(shared: Pick<SharedDocument, 'document' | 'fits'>, store: ToolStore) {
    super({ shown: null, unread: 0, draft: null });
    this.#shared = shared;
    this.#store = store;
    this.#map = shared.document.doc.getMap<unknown>('code');
    this.#map.observe(this.#changed);
    this.#take();
  }

  readonly unread = (): number => this.snapshot.unread;

  setVisible(visible: boolean): void {
    this.#visible = visible;
    if (visible) this.#take();
  }

  close(): void {
    this.#map.unobserve(this.#changed);
  }

  keepDraft(draft: CodeDraft): void {
    this.update({ draft });
  }

  /** Shows what was drafted. Refused, it stays a draft. */
  showDraft(): CodeRefusal | null {
    const { draft } = this.snapshot;
    const refusal = draft ? this.show(draft.text, draft.language) : 'empty';
    if (!refusal) this.update({ draft: null });
    return refusal;
  }

  /** Shows it to both, instead of what was shown. */
  show(text: string, language: CodeLanguage): CodeRefusal | null {
    // One kind of line, and no line to the right of another.
    const lines = text.replaceAll(/\r\n?/gu, '\n').replace(/\n+$/u, '');
    if (lines.trim() === '') return 'empty';
    if (lines.length > CODE_MAX) return 'too-large';
    if (!this.#shared.fits(lines.length * BYTES_A_LETTER + BYTES_BESIDES)) return 'full';
    this.#store.write(markOf(lines));
    this.#map.set(KEY, { language, text: lines } satisfies ShownCode);
    return null;
  }

  /** The same code, read as another language. */
  setLanguage(language: CodeLanguage): void {
    const { shown } = this.snapshot;
    if (shown) this.show(shown.text, language);
  }

  /** Nothing is shown any more, to nobody. */
  clear(): void {
    this.#map.delete(KEY);
  }

  readonly #changed = (): void => this.#take();

  #take(): void {
    const shown = ShownCode.safeParse(this.#map.get(KEY)).data ?? null;
    if (shown && this.#visible) this.#store.write(markOf(shown.text));
    const isNews = shown !== null && this.#store.read() !== markOf(shown.text);
    this.update({ shown, unread: isNews ? 1 : 0 });
  }
}

/** As much of it as tells it from another. */
const markOf = (text: string): string => `${text.length} ${text.slice(0, 200)}`;
