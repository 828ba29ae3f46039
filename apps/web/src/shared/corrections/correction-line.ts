interface Change {
  readonly before: string;
  readonly after: string;
}

/** A correction in one line, the same in every language. */
export const correctionLine = ({ before, after }: Change): string => `${before || '–'} → ${after || '–'}`;
