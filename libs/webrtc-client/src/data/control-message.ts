/** Which of a peer's devices are on, and whether it shows a screen. */
export interface RemoteMedia {
  readonly microphone: boolean;
  readonly camera: boolean;
  readonly screen: boolean;
}

/** What the sides of a session say to each other over its control channel, as JSON. */
export type ControlMessage =
  | ({ readonly type: 'media' } & RemoteMedia)
  /** The nonce behind the sender's commitment, see `SafetyCodeExchange`. */
  | { readonly type: 'reveal'; readonly nonce: string };

/** The largest control message, in bytes. */
export const MAX_CONTROL_BYTES = 1_024;

/** Reads a control message; undefined unless it is exactly one. Never throws. The size is the channel's to check. */
export function parseControlMessage(text: string): ControlMessage | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined; // not JSON is one more way of not being a control message
  }
  if (typeof value !== 'object' || value === null) return undefined;
  const { type, microphone, camera, screen, nonce } = value as Record<string, unknown>;
  const members = Object.keys(value).length;
  if (type === 'reveal') return typeof nonce === 'string' && members === 2 ? { type, nonce } : undefined;
  if (type !== 'media' || members !== 4) return undefined;
  if (typeof microphone !== 'boolean' || typeof camera !== 'boolean' || typeof screen !== 'boolean') return undefined;
  return { type, microphone, camera, screen };
}
