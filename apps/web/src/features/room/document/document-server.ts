/** PORT. What the server keeps of a consult's document. Both reject with an `ApiError`. */
export interface DocumentServer {
  /** Everything it has, as one update; `null` when that is nothing. */
  load(): Promise<Uint8Array | null>;
  /** Resolves once it has this, too. */
  append(update: Uint8Array): Promise<void>;
}
