/** Bytes as an address that pictures can be shown from. */
export function dataUrlOf(mimeType: string, bytes: Uint8Array): string {
  let binary = '';
  for (let at = 0; at < bytes.length; at += 0x80_00) binary += String.fromCharCode(...bytes.subarray(at, at + 0x80_00));
  return `data:${mimeType};base64,${btoa(binary)}`;
}
