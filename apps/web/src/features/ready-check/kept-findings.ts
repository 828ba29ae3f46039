import { z } from 'zod';
import type { Findings } from './readiness';

const Kept = z.object({
  microphone: z.boolean(),
  camera: z.boolean(),
  relay: z.enum(['works', 'none', 'missing', 'failing', 'unknown']),
  at: z.number(),
});

type KeptStorage = Pick<Storage, 'getItem' | 'setItem'>;

const KEY = 'ieum.ready-check';
/** After that headsets were unplugged and people went to another network. */
const FRESH_MS = 30 * 60_000;

/** Keeps what a check found out for this tab, so that a request asked afterwards can carry it. */
export function keepFindings(storage: KeptStorage, { microphone, camera, relay }: Findings, now: number): void {
  storage.setItem(KEY, JSON.stringify({ microphone, camera, relay, at: now }));
}

/** What the last check of this tab found out, unless that is too long ago. */
export function readFindings(storage: KeptStorage, now: number): Findings | null {
  const stored = storage.getItem(KEY);
  if (stored === null) return null;
  try {
    const { data } = Kept.safeParse(JSON.parse(stored));
    if (!data || data.at > now || now - data.at > FRESH_MS) return null;
    const { microphone, camera, relay } = data;
    return { microphone, camera, relay };
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
