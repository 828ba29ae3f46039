/** How many bytes a text takes on the wire (RFC 3629); a lone surrogate counts as U+FFFD, which replaces it. */
export function utf8Length(text: string): number {
  let bytes = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    if (code <= 0x7f) bytes += 1;
    else if (code <= 0x7ff) bytes += 2;
    else bytes += code <= 0xffff ? 3 : 4;
  }
  return bytes;
}
