/** What an inspector found out about an update. */
export type UpdateVerdict = 'sound' | 'malformed' | 'too-slow';

/**
 * PORT. Looks at an update before it touches the document, on a copy: a hostile one can throw half way through, leave a
 * document that cannot be loaded again, or take minutes. One inspector serves one document.
 */
export interface UpdateInspector {
  /** From now on judges what may be added to `state()`. Called first, and again when a sound update was not taken. */
  follow(state: () => Uint8Array): void;
  /**
   * Whether `update` may be applied. Never rejects. One at a time: wait for the verdict before asking again.
   * `ownClient` is the client id the document writes under: nobody else can have written after its last edit.
   */
  inspect(update: Uint8Array, ownClient: number): Promise<UpdateVerdict>;
  /** This became part of the document: a local edit, or what was found sound. */
  accepted(update: Uint8Array): void;
  /** Lets go of everything; a verdict still open is `too-slow`. Idempotent. */
  close(): void;
}
