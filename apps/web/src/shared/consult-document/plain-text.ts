/**
 * At most so much (UTF-16 code units) of what somebody wrote, without what nobody can have typed: control characters but
 * line breaks and tabs, and halves of surrogate pairs. The API takes no others.
 */
export function plainText(value: unknown, most: number): string {
  return typeof value === 'string' ? value.slice(0, most).replaceAll(/[^\P{Cc}\n\r\t]|\p{Cs}/gu, '') : '';
}
