import type { Acquired } from './acquire-devices';
import type { MediaProblem } from './media-problem';

/** What came of opening another device. `track` without `problem` is the new one, with it the former one opened again. */
export interface Switched {
  readonly track?: MediaStreamTrack;
  readonly problem?: MediaProblem;
}

/**
 * Opens another device while the present one goes on. A phone runs one camera at a time and calls the second one in use:
 * there the present one is stopped first, and opened again if the other does not start either.
 */
export async function switchDevice(
  open: (id: string) => Promise<Acquired>,
  id: string,
  present: MediaStreamTrack | undefined,
): Promise<Switched> {
  const beside = await open(id);
  if ('track' in beside || beside.problem !== 'in-use') return beside;
  const presentId = present?.getSettings().deviceId;
  if (present?.kind !== 'video' || presentId === undefined) return beside;
  present.stop();
  const alone = await open(id);
  return 'track' in alone ? alone : { ...(await open(presentId)), problem: alone.problem };
}
