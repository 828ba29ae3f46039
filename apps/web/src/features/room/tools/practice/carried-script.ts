import { MAX_SCRIPT_LENGTH } from '@ieum/api-contract';
import type { CarriedPractice, SaveCorrectedRequest, Script } from '@ieum/api-contract';
import type { Consult } from '@ieum/signaling-protocol';
import type { Map as YMap } from 'yjs';
import { z } from 'zod';
import { plainText } from '../../../../shared/consult-document/plain-text';
import type { ListedCorrection } from '../../../../shared/corrections/list-corrections';
import { bytesOfOpened, openInNotes } from '../../../../shared/corrections/opened-script';
import type { SharedDocument } from '../../document/shared-document';
import type { CarriedSource } from './carried-source';
import { NotesWatch } from './notes-watch';

const Revision = z.number().int().min(0).max(2_147_483_647);
/** How the script came into the notes, as it stands in the document. */
const Opened = z.object({ id: z.uuid(), revision: Revision, at: z.iso.datetime() });
type Opened = z.infer<typeof Opened>;
/** What the student made of it since. */
const Saved = z.object({ id: z.uuid(), revision: Revision });

export interface CarriedScriptOptions {
  readonly role: Consult['role'];
  readonly shared: Pick<SharedDocument, 'document' | 'fits' | 'subscribe' | 'getSnapshot'>;
  readonly carried: Pick<CarriedSource, 'getSnapshot' | 'takeScript' | 'refresh'>;
  readonly save: (body: SaveCorrectedRequest) => Promise<{ readonly script: Script }>;
  /** By the clock that corrections have. */
  readonly now: () => number;
}

/** Why a text is not saved. */
export class TooLongScript extends Error {
  constructor() {
    super(`longer than ${MAX_SCRIPT_LENGTH}`);
  }
}

/** - `corrected`: there is something that was accepted, and the script does not have it yet. - `saved`: it has. */
export type ScriptStage = 'closed' | 'open' | 'corrected' | 'saved';

export const OPENED = 'opened';
export const SAVED = 'saved';

/** The way of the script: into the notes, corrected there, and back as its next version. */
export class CarriedScript {
  readonly notes: NotesWatch;
  readonly #options: CarriedScriptOptions;
  readonly #map: YMap<unknown>;

  constructor(options: CarriedScriptOptions, map: YMap<unknown>) {
    this.#options = options;
    this.#map = map;
    this.notes = new NotesWatch(options.shared.document.doc, () => this.#opened()?.id ?? null);
    map.observe(this.#changed);
  }

  /** Only one of two opens it, so that it is never there twice; and not before what was written earlier is here. */
  readonly mayOpen = (): boolean =>
    this.#options.role === 'mentor' &&
    this.notes.getSnapshot().text === null &&
    this.#options.shared.getSnapshot().server !== 'loading';

  /** Tells of all that `mayOpen` depends on. */
  readonly subscribe = (listener: () => void): (() => void) => {
    const stops = [this.notes.subscribe(listener), this.#options.shared.subscribe(listener)];
    return () => stops.forEach((stop) => stop());
  };

  /** `false`: there is no room for it in the notes. */
  open({ question, script }: CarriedPractice): boolean {
    if (!this.mayOpen()) return true;
    const { shared, now } = this.#options;
    if (!shared.fits(bytesOfOpened(question.text, script.text))) return false;
    const { doc } = shared.document;
    const id = crypto.randomUUID();
    doc.transact(() => {
      openInNotes(doc.getXmlFragment('notes'), id, question.text, script.text);
      const at = new Date(now()).toISOString();
      this.#map.set(OPENED, { id, revision: script.revision, at } satisfies Opened);
    });
    return true;
  }

  stageOf({ script }: CarriedPractice): ScriptStage {
    const { text, corrections } = this.notes.getSnapshot();
    const opened = this.#opened();
    if (text === null || !opened) return 'closed';
    const isSame = text === lines(script.text);
    if (isSame && this.#saved(opened)) return 'saved';
    return !isSame && corrections.some((one) => isAcceptedSince(one, opened)) ? 'corrected' : 'open';
  }

  /** Makes the text as it stands in the notes the script's next version. Rejects with what the server says against it. */
  async makeNext(): Promise<void> {
    const { carried, save } = this.#options;
    const opened = this.#opened();
    const { text } = this.notes.getSnapshot();
    if (!opened || text === null) return;
    if (text.length > MAX_SCRIPT_LENGTH) throw new TooLongScript();
    const revision = this.#saved(opened)?.revision ?? opened.revision;
    const { script } = await save({ revision, text: plainText(text, MAX_SCRIPT_LENGTH) });
    carried.takeScript(script);
    this.#map.set(SAVED, { id: opened.id, revision: script.revision });
  }

  close(): void {
    this.#map.unobserve(this.#changed);
    this.notes.close();
  }

  #opened(): Opened | null {
    return Opened.safeParse(this.#map.get(OPENED)).data ?? null;
  }

  /** Of this opening. */
  #saved({ id }: Opened): z.infer<typeof Saved> | null {
    const saved = Saved.safeParse(this.#map.get(SAVED)).data;
    return saved?.id === id ? saved : null;
  }

  readonly #changed = ({ keysChanged }: { readonly keysChanged: ReadonlySet<unknown> }): void => {
    const { role, carried } = this.#options;
    // Whoever saved it has it already.
    if (keysChanged.has(SAVED) && role === 'mentor') void carried.refresh();
    if (keysChanged.has(OPENED) || keysChanged.has(SAVED)) this.notes.changed();
  };
}

const lines = (text: string): string => text.replaceAll(/\r\n?/gu, '\n');

const isAcceptedSince = ({ state, at }: ListedCorrection, opened: Opened): boolean =>
  state === 'accepted' && at >= opened.at;
