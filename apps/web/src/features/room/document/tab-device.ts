import type { Clock } from '@ieum/webrtc-client';
import { applyUpdate, encodeStateAsUpdate } from 'yjs';
import type { Doc } from 'yjs';
import { fromBase64, toBase64 } from '../../../shared/lib/base64';
import type { Device } from './device-copy';

/** Of the storage that browsers give a site, 5 MiB as a rule, most is left to others. */
const MAX_LETTERS = 2_000_000;
const LEAST_MS = 250;

/** A place in this tab's memory: there after a reload, gone with the tab. */
export interface TabStore {
  read(): string | null;
  /** Throws when there is no more room. */
  write(value: string): void;
  remove(): void;
}

export interface TabDeviceOptions {
  readonly store: TabStore;
  readonly clock: Clock;
  /** Calls `listener` when the page may be gone in a moment. Returns the function that stops it. */
  readonly onLeaving: (listener: () => void) => () => void;
}

/** Keeps a document in this tab alone, for what is to stay between two people: it is there after a reload, and gone with the tab. */
export const tabDevice = ({ store, clock, onLeaving }: TabDeviceOptions): Device => ({
  open: async (doc, onLost) => {
    restore(doc, store);
    let cancel: (() => void) | null = null;
    const write = () => {
      cancel?.();
      cancel = null;
      const text = toBase64(encodeStateAsUpdate(doc));
      if (text.length <= MAX_LETTERS && tryTo(() => store.write(text))) return;
      stop();
      onLost();
    };
    const changed = () => void (cancel ??= clock.setTimeout(write, LEAST_MS));
    const leave = () => cancel && write();
    const stops = [onLeaving(leave), () => doc.off('update', changed), () => cancel?.()];
    const stop = () => stops.splice(0).forEach((run) => run());
    doc.on('update', changed);
    return {
      close: () => {
        leave();
        stop();
      },
      forget: () => {
        stop();
        store.remove();
      },
    };
  },
});

/** What cannot be read is as good as nothing: the other side has it, too. */
function restore(doc: Doc, store: TabStore): void {
  const kept = store.read();
  if (kept !== null) tryTo(() => applyUpdate(doc, fromBase64(kept)));
}

function tryTo(run: () => void): boolean {
  try {
    run();
    return true;
  } catch {
    return false;
  }
}
