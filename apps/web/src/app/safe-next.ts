const HERE = 'https://ieum.invalid';

/** The address in `next`, when it is one of this site; a link must not send anybody elsewhere after the log-in. */
export function safeNext(next: string | null): string | null {
  if (!next?.startsWith('/')) return null;
  try {
    // What a browser makes of it counts, not what it looks like: it drops tabs and turns backslashes around.
    const url = new URL(next, HERE);
    return url.origin === HERE ? `${url.pathname}${url.search}${url.hash}` : null;
  } catch {
    return null;
  }
}
