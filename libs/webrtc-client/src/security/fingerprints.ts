/**
 * The certificate fingerprints a description names (RFC 8122 §5, `a=fingerprint`), each as `sha-256 AB:CD:…`: written
 * one way, each once, sorted. Empty when there is none.
 *
 * All of them count, wherever they stand: several may be given and a browser takes any that fits (RFC 8122 §5.1). A
 * line that makes no sense is kept too, so that none is overlooked which a browser reads with more patience.
 */
export function fingerprintsOf(sdp: string): string[] {
  const found = new Set<string>();
  for (const line of sdp.split(/[\r\n]+/)) {
    const value = /^\s*a\s*=\s*fingerprint\s*:(.*)$/i.exec(line)?.[1];
    if (value === undefined) continue;
    const [hash = '', ...bytes] = value.trim().split(/\s+/);
    found.add([hash.toLowerCase(), ...bytes.map((text) => text.toUpperCase())].join(' '));
  }
  return [...found].sort();
}
