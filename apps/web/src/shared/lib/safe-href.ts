/** No address that people write is longer. */
const MAX_LENGTH = 2_048;

/**
 * The address as browsers read it, when a link may lead there; `null` otherwise. Whatever came from the other side's page
 * is asked about here before it becomes a link, for only `https:` and `mailto:` neither run code nor hide where they lead.
 */
export function safeHref(address: unknown): string | null {
  if (typeof address !== 'string' || address.length > MAX_LENGTH || !URL.canParse(address)) return null;
  const url = new URL(address);
  if (url.protocol === 'mailto:') return url.href;
  return url.protocol === 'https:' && url.username === '' && url.password === '' ? url.href : null;
}

/** What a person wrote as an address: people leave the beginning out. */
export function typedHref(typed: string): string | null {
  const text = typed.trim();
  if (/^[a-z][a-z\d+.-]*:/iu.test(text)) return safeHref(text);
  if (/^[^\s@/]+@[^\s@/]+\.[^\s@/]+$/u.test(text)) return safeHref(`mailto:${text}`);
  return /^[^\s/]+\.[^\s/]/u.test(text) ? safeHref(`https://${text}`) : null;
}
