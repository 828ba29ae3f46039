export interface TurnServer {
  readonly host: string;
  readonly port: number;
  readonly transport: 'udp' | 'tcp' | 'tls';
}

const PORTS = { turn: 3478, turns: 5349 } as const;

/**
 * Where a URI of RFC 7065 leads. `turns:` is TLS over TCP, whatever its transport says: DTLS is not spoken here.
 * @throws TypeError when it is none
 */
export function parseTurnUri(uri: string): TurnServer {
  const match = /^(turns?):(\[[\da-f:.]+\]|[^:?[\]/@\s]+)(?::(\d{1,5}))?(?:\?transport=(udp|tcp))?$/iu.exec(uri);
  const scheme = match?.[1]?.toLowerCase();
  const host = match?.[2]?.replace(/^\[|\]$/gu, '');
  if (!host || (scheme !== 'turn' && scheme !== 'turns')) throw new TypeError('It is no TURN URI.');
  const port = Number(match?.[3] ?? PORTS[scheme]);
  if (scheme === 'turns') return { host, port, transport: 'tls' };
  return { host, port, transport: match?.[4]?.toLowerCase() === 'tcp' ? 'tcp' : 'udp' };
}
