/** The longest name, in UTF-16 code units: what file systems take. */
export const MAX_NAME_LENGTH = 255;

/** Longer ones are no extension any more. */
const MAX_EXTENSION_LENGTH = 16;

/**
 * Characters a name must not have: controls, separators of lines, separators of paths (RFC 6266 §4.3), marks that turn
 * the direction of text around and so can hide an extension (Unicode TR 36 §2.6), invisible ones, half surrogates.
 */
const UNSAFE = /[\p{Cc}\p{Cs}\u2028\u2029/\\\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/gu;

/**
 * A name that is safe to show and to save under: no path, no control or hidden character, no leading dot, composed
 * (NFC, so that Korean from a Mac looks right everywhere), 255 long at most with its extension kept. `file` when
 * nothing is left.
 */
export function safeFileName(name: string): string {
  const plain = name
    .slice(0, 8 * MAX_NAME_LENGTH)
    .replace(UNSAFE, '')
    .normalize('NFC')
    .replace(/^[\s.]+|[\s.]+$/gu, '');
  if (plain.length <= MAX_NAME_LENGTH) return plain || 'file';
  const dot = plain.lastIndexOf('.');
  const extension = dot > 0 && plain.length - dot <= MAX_EXTENSION_LENGTH ? plain.slice(dot) : '';
  // Cutting may have split a character in two.
  return plain.slice(0, MAX_NAME_LENGTH - extension.length).replace(/[\s.\p{Cs}]+$/u, '') + extension;
}

/** `type/subtype` (RFC 6838 §4.2), lower case, without parameters; empty when it is anything else. */
export function safeMediaType(type: string): string {
  const [essence = ''] = type.slice(0, 512).toLowerCase().split(';');
  return /^[a-z0-9][\w!#$&^.+-]{0,62}\/[a-z0-9][\w!#$&^.+-]{0,62}$/.test(essence) ? essence : '';
}
