/** A message is a string, or a function of named parameters; messages may be grouped. */
export interface MessageTree {
  readonly [key: string]: string | ((params: never) => string) | MessageTree;
}

/** What another language must have: the same keys, and functions of the same parameters. */
export type SameShape<M> = {
  readonly [Key in keyof M]: M[Key] extends string
    ? string
    : M[Key] extends (...params: infer Params) => string
      ? (...params: Params) => string
      : SameShape<M[Key]>;
};

export interface Messages<M> {
  readonly en: SameShape<M>;
  readonly ko: SameShape<M>;
}

/** Words in every language of the page. A key that one language lacks does not compile. */
export function defineMessages<M extends MessageTree>(messages: {
  readonly en: M;
  readonly ko: SameShape<NoInfer<M>>;
}): Messages<M> {
  return messages as { readonly en: unknown; readonly ko: unknown } as Messages<M>;
}
