/** No address that people write is longer. */
const MAX_LENGTH = 2_048;

/**
 * The address as browsers read it, when a link may lead there; `null` otherwise. Only `https:` and `mailto:` neither run
 * code nor hide where they lead.
 */
export function safeHref(address: unknown): string | null {
  if (typeof address !== 'string' || address.length > MAX_LENGTH || !URL.canParse(address)) return null;
  const url = new URL(address);
  if (url.protocol === 'mailto:') return url.href;
  return url.protocol === 'https:' && url.username === '' && url.password === '' ? url.href : null;
}
