import { safeHref } from '../../../../shared/lib/safe-href';

export type TextPart = { readonly text: string; readonly href?: string };

const CANDIDATE = /https:\/\/[^\s<>"'`{}|\\^]+/gi;
const TRAILING = /[.,;:!?)\]}…。、」』]+$/u;

/** Cuts a message into plain text and links. Only `https:` becomes a link; everything else stays text. */
export function linkify(text: string): TextPart[] {
  const parts: TextPart[] = [];
  let end = 0;
  for (const match of text.matchAll(CANDIDATE)) {
    const shown = match[0].replace(TRAILING, '');
    const href = safeHref(shown);
    if (!href) continue;
    if (match.index > end) parts.push({ text: text.slice(end, match.index) });
    parts.push({ text: shown, href });
    end = match.index + shown.length;
  }
  if (end < text.length) parts.push({ text: text.slice(end) });
  return parts;
}
