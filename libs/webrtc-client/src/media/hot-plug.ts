import { devicesOf, deviceWithId, isNamed, type ListedDevice } from './listed-devices';
import type { DeviceState } from './local-media-state';

/** What a decision about a device that was plugged in or out depends on. */
export interface HotPlugSituation {
  readonly kind: MediaDeviceKind;
  readonly state: DeviceState;
  /** What is open. */
  readonly inUse: ListedDevice | undefined;
  /** What should be open and was not there. */
  readonly missing: ListedDevice | undefined;
}

/**
 * - `take-back`: the missing device is there again
 * - `replace`: what is open is not there any more, whatever its track says
 * - `open`: nothing is open, and there is something to try
 */
export type HotPlugStep = 'keep' | 'take-back' | 'replace' | 'open';

/** What to do about a device now that others are listed. */
export function hotPlugStep(situation: HotPlugSituation, listed: readonly MediaDeviceInfo[]): HotPlugStep {
  const { kind, state, inUse, missing } = situation;
  const isListed = (device: ListedDevice): boolean => deviceWithId(listed, kind, device.id) !== undefined;
  if (inUse) {
    if (!isNamed(listed, kind)) return 'keep';
    if (missing && isListed(missing)) return 'take-back';
    return inUse.id === '' || isListed(inUse) ? 'keep' : 'replace';
  }
  if (state.status !== 'unavailable' || devicesOf(listed, kind).length === 0) return 'keep';
  if (state.problem === 'not-found') return 'open';
  // The track may end before the list is without the device: then it looked as if another program had taken it.
  return state.problem === 'in-use' && missing && !isListed(missing) ? 'open' : 'keep';
}
