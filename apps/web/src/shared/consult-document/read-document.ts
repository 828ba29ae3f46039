import * as Y from 'yjs';
import { readEntries } from './chat-entry';
import type { ChatEntry } from './chat-entry';
import { plainText } from './plain-text';
import { readMoments } from './practice-moments';
import type { Moment } from './practice-moments';
import { readCorrections } from './read-corrections';
import type { SuggestedCorrection } from './read-corrections';
import { readScript } from './read-script';
import type { Script } from './script';

/** What a consult's document says, as plain data. An empty part is empty here. */
export interface DocumentReading {
  readonly script: Script;
  readonly corrections: readonly SuggestedCorrection[];
  readonly chat: readonly ChatEntry[];
  readonly code: string;
  /** The board as it stands there: whoever shows it looks at it. */
  readonly board: readonly (readonly [key: string, value: unknown])[];
  /** What was pointed at in takes that were heard, in the order of time. */
  readonly moments: readonly Moment[];
  /** Whether anything is kept of what both heard, be it a moment or not. */
  readonly hasPractice: boolean;
}

const MOST_CODE = 200_000;

/**
 * Reads an update (Yjs format 1) that makes a whole document. Each part is read by its own, and one that is none of its
 * kind is empty. @throws what Yjs throws at what is no update
 */
export function readDocument(update: Uint8Array): DocumentReading {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, update);
  return {
    script: readScript(doc.getXmlFragment('notes')),
    corrections: readCorrections(doc),
    chat: readEntries(doc.getArray('chat')),
    code: readCode(doc.getMap('code').get('shown')),
    board: [...doc.getMap('board')].filter(([, value]) => !(value instanceof Y.AbstractType)),
    moments: readMoments(doc.getMap('practice').entries()),
    hasPractice: doc.getMap('practice').size > 0,
  };
}

/** The code that both looked at last. */
function readCode(shown: unknown): string {
  return typeof shown === 'object' && shown !== null && 'text' in shown ? plainText(shown.text, MOST_CODE) : '';
}
