import { z } from 'zod';
import { readStored } from './stored-value';
import type { KeyValueStorage } from './stored-value';

/** How slowly and how fast a question may be spoken; 1 is the voice's own pace. */
export const RATES = ['0.7', '0.8', '0.9', '1', '1.1', '1.2'] as const;

/** At first as in the exam; so is what is stored and broken. */
const PracticeChoices = z.object({
  /** Whether the question may be read, too. */
  showText: z.boolean().catch(false),
  showHelp: z.boolean().catch(false),
  /** Listening without end: this is no exam. */
  practiseFreely: z.boolean().catch(false),
  /** The id of a voice; null: the best that there is. */
  voice: z.string().nullable().catch(null),
  rate: z.enum(RATES).catch('1'),
});
/** How somebody likes to practise on this device. */
export type PracticeChoices = z.infer<typeof PracticeChoices>;

const KEY = 'ieum.practice-choices';

export class PracticeChoiceStore {
  readonly #storage: KeyValueStorage;

  constructor(storage: KeyValueStorage) {
    this.#storage = storage;
  }

  read(): PracticeChoices {
    return readStored(this.#storage, KEY, PracticeChoices) ?? PracticeChoices.parse({});
  }

  /** What another tab chose meanwhile stays. */
  write(change: Partial<PracticeChoices>): PracticeChoices {
    const choices = { ...this.read(), ...change };
    this.#storage.setItem(KEY, JSON.stringify(choices));
    return choices;
  }
}
