/** Which of a peer's devices are on. */
export interface RemoteMedia {
  readonly microphone: boolean;
  readonly camera: boolean;
}

/** The largest control message, in bytes. */
export const MAX_CONTROL_BYTES = 1_024;

/** Writes the one control message there is: `{"type":"media","microphone":…,"camera":…}`. */
export function encodeMediaMessage({ microphone, camera }: RemoteMedia): string {
  return JSON.stringify({ type: 'media', microphone, camera });
}

/** Reads a control message; undefined unless it is exactly one. Never throws. The size is the channel's to check. */
export function parseMediaMessage(text: string): RemoteMedia | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined; // not JSON is one more way of not being a control message
  }
  if (typeof value !== 'object' || value === null || Object.keys(value).length !== 3) return undefined;
  const { type, microphone, camera } = value as Record<string, unknown>;
  if (type !== 'media' || typeof microphone !== 'boolean' || typeof camera !== 'boolean') return undefined;
  return { microphone, camera };
}
