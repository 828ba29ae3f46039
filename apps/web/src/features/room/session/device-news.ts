import type { DeviceLists, DeviceName, ListedDevice, LocalMediaState, MediaProblem } from '@ieum/webrtc-client';

/** The devices a person chooses from. */
export type ChosenDevice = DeviceName | 'speaker';

/**
 * What happened to a device that the person did not do.
 *
 * - `replaced`: it was unplugged, or was not there to begin with, and another one is used
 * - `back`: it was plugged in again, and is used again
 * - `refused`: the other one they chose did not start
 */
export type DeviceNews =
  | {
      readonly kind: 'replaced';
      readonly device: ChosenDevice;
      readonly lost: string | undefined;
      readonly using: string | undefined;
    }
  | { readonly kind: 'back'; readonly device: ChosenDevice; readonly using: string | undefined }
  | { readonly kind: 'refused'; readonly device: DeviceName; readonly problem: MediaProblem };

/** What a change of the microphone or camera means to the person; `null` when it is what they did, or nothing. */
export function deviceNews(
  device: DeviceName,
  before: LocalMediaState['inUse'],
  after: LocalMediaState['inUse'],
): DeviceNews | null {
  const [former, present] = [before[device], after[device]];
  if (!present) return null;
  const missing = present.standsInFor;
  if (missing && missing.id !== former?.standsInFor?.id) {
    return { kind: 'replaced', device, lost: missing.label, using: present.label };
  }
  if (former?.standsInFor && former.standsInFor.id === present.id) {
    return { kind: 'back', device, using: present.label };
  }
  return null;
}

/** The same for the chosen speaker. */
export function speakerNews(
  chosen: string | undefined,
  before: DeviceLists['speakers'],
  after: DeviceLists['speakers'],
): DeviceNews | null {
  if (chosen === undefined || before.length === 0) return null;
  const isChosen = ({ id }: ListedDevice): boolean => id === chosen;
  const [former, present] = [before.find(isChosen), after.find(isChosen)];
  if (former && !present) return { kind: 'replaced', device: 'speaker', lost: former.label, using: after[0]?.label };
  return present && !former ? { kind: 'back', device: 'speaker', using: present.label } : null;
}
