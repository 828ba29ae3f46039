/** What of a paste or a drop is for the board, and how. */
export type Pasted =
  | { readonly kind: 'pictures'; readonly files: readonly File[] }
  /** As words, without the page they come from: it names pictures that would be fetched. */
  | { readonly kind: 'words'; readonly text: string }
  | { readonly kind: 'as-it-is' }
  | { readonly kind: 'nothing' };

/** What of a `DataTransfer` the decision needs. */
interface Offered {
  readonly files: ArrayLike<File>;
  readonly types: readonly string[];
  getData(type: string): string;
}

/** Pictures go in first: a copied picture comes with an address of it. */
export function readPasted(offered: Offered): Pasted {
  const files = Array.from(offered.files).filter(({ type }) => type.startsWith('image/'));
  if (files.length > 0) return { kind: 'pictures', files };
  const text = offered.getData('text/plain');
  // It would be taken for a picture file.
  if (text.trimStart().startsWith('<svg')) return { kind: 'nothing' };
  return offered.types.includes('text/html') ? { kind: 'words', text } : { kind: 'as-it-is' };
}
