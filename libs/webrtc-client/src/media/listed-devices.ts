import type { Platform } from '../platform';

/** A device as a menu shows it. */
export interface ListedDevice {
  /** `deviceId`: stable for this site until its cookies are deleted. Empty until permission was given. */
  readonly id: string;
  /** Undefined until permission was given: browsers name no device before (W3C Media Capture §9.2.1). */
  readonly label: string | undefined;
}

/**
 * Chromium lists the system's default device, and Windows' one for communication, once more under these ids. They stick
 * to the hardware they meant when first opened, so the library speaks of the hardware itself.
 */
const ALIASES = new Set(['default', 'communications']);

/** The devices as listed now; undefined where that cannot be told. */
export async function listDevices(platform: Platform): Promise<readonly MediaDeviceInfo[] | undefined> {
  try {
    return await platform.enumerateDevices();
  } catch {
    return undefined; // no devices on this page, or none that may be listed
  }
}

/** The devices of a kind, each once, the system's default one first where the browser tells it. */
export function devicesOf(listed: readonly MediaDeviceInfo[], kind: MediaDeviceKind): ListedDevice[] {
  const ofKind = listed.filter((device) => device.kind === kind);
  const real = ofKind.filter((device) => !ALIASES.has(device.deviceId));
  const shown = real.length > 0 ? real : ofKind.slice(0, 1);
  const first = behind(ofKind, 'default');
  return [...new Map([...(first ? [first] : []), ...shown].map((device) => [device.deviceId, device])).values()].map(
    asListed,
  );
}

/** The device with this id, or the one that an alias stands for; undefined if it is not there (any more). */
export function deviceWithId(
  listed: readonly MediaDeviceInfo[],
  kind: MediaDeviceKind,
  id: string,
): ListedDevice | undefined {
  const device = behind(
    listed.filter((candidate) => candidate.kind === kind),
    id,
  );
  return device && asListed(device);
}

/** Whether the browser names the devices of a kind: only then does one that is missing mean that it is gone. */
export function isNamed(listed: readonly MediaDeviceInfo[], kind: MediaDeviceKind): boolean {
  return listed.some((device) => device.kind === kind && Boolean(device.label));
}

function behind(ofKind: readonly MediaDeviceInfo[], id: string): MediaDeviceInfo | undefined {
  const entry = ofKind.find((device) => device.deviceId === id);
  if (!entry || !ALIASES.has(id)) return entry;
  const group = ofKind.filter((device) => device.groupId === entry.groupId && !ALIASES.has(device.deviceId));
  // A group may hold several microphones. The alias is called "Default - <its name>", the first word translated.
  return group.find((device) => entry.label.endsWith(device.label)) ?? group[0] ?? entry;
}

function asListed({ deviceId, label }: MediaDeviceInfo): ListedDevice {
  return { id: deviceId, label: label || undefined };
}
