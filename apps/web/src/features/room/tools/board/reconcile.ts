/** What tells two versions of an element apart. */
export interface Versioned {
  readonly version: number;
  readonly versionNonce: number;
}

/** Excalidraw's rule, by which both sides keep the same: the higher version, and of equal ones the lower nonce. */
export const beats = (one: Versioned, other: Versioned): boolean =>
  one.version > other.version || (one.version === other.version && one.versionNonce < other.versionNonce);

export const isSame = (one: Versioned, other: Versioned): boolean =>
  one.version === other.version && one.versionNonce === other.versionNonce;
