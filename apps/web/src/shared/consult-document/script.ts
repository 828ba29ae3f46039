/** What is suggested of a piece: it is there only if its correction is accepted, or only until then. */
export type Change = 'inserted' | 'deleted';

/** How words look. */
export interface ScriptMarks {
  readonly bold?: true;
  readonly italic?: true;
  readonly strike?: true;
  readonly code?: true;
  readonly highlight?: true;
  /** Where a link leads: an address that was looked at. */
  readonly href?: string;
  readonly change?: Change;
}

export type ScriptInline =
  | { readonly kind: 'text'; readonly text: string; readonly marks: ScriptMarks }
  | { readonly kind: 'break'; readonly change?: Change }
  /** A formula in LaTeX, as it was written. */
  | { readonly kind: 'math'; readonly latex: string; readonly change?: Change };

export type ScriptBlock =
  | { readonly kind: 'paragraph'; readonly content: readonly ScriptInline[] }
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly content: readonly ScriptInline[] }
  | { readonly kind: 'code'; readonly language: string; readonly content: readonly ScriptInline[] }
  | { readonly kind: 'quote'; readonly blocks: readonly ScriptBlock[] }
  /** `start` is the number of the first item of a list that has numbers. */
  | { readonly kind: 'list'; readonly start: number | null; readonly items: readonly (readonly ScriptBlock[])[] }
  | { readonly kind: 'rule'; readonly change?: Change }
  | { readonly kind: 'math'; readonly latex: string; readonly change?: Change };

/** The notes of a consult as they can be shown: data, and none of it can do anything. */
export interface Script {
  readonly blocks: readonly ScriptBlock[];
  /** There is more than can be shown. */
  readonly isCut: boolean;
}
