/**
 * Why updates were not merged. `malformed`: the added bytes are no update that the document can take. `too-slow`: it took
 * longer than the watchdog waits, or more memory than there is for it. `busy`: too much is waiting already.
 */
export type MergeFailure = 'malformed' | 'too-slow' | 'busy';

export type MergeResult = { readonly state: Uint8Array } | { readonly failure: MergeFailure };

/** What a document says, as JSON. */
export type ReadResult = { readonly reading: string } | { readonly failure: MergeFailure };

/** Decodes and merges Yjs updates (format 1) without holding up anything else. */
export abstract class DocumentMerger {
  /** The one update that holds everything `kept` and what is `added`, which nobody has looked at yet. */
  abstract merge(kept: readonly Uint8Array[], added?: Uint8Array): Promise<MergeResult>;

  /** The one update that holds everything `kept` but what is, or ever was, in the shared types of these names. */
  abstract erase(kept: readonly Uint8Array[], names: readonly string[]): Promise<MergeResult>;

  /** What everything `kept` says. */
  abstract read(kept: readonly Uint8Array[]): Promise<ReadResult>;
}
