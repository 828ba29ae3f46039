/** What is offered. Name and type are the other side's words, made harmless: see `safeFileName`, `safeMediaType`. */
export interface FileInfo {
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  /** `image/png`; empty when not known. */
  readonly mediaType: string;
}

/**
 * Why a transfer failed, whichever side it happened on.
 *
 * - `hash-mismatch`: what arrived is not what was sent
 * - `read-failed`: the file could not be read; it was changed or removed meanwhile
 * - `sink-failed`: what arrived could not be kept; the disk is full
 * - `too-large`: the receiving side takes no file of this size
 * - `too-many`: the receiving side has eight files open already
 * - `protocol-violation`: the other side does not keep to the protocol
 */
export type FileTransferFailure =
  'hash-mismatch' | 'read-failed' | 'sink-failed' | 'too-large' | 'too-many' | 'protocol-violation';

/**
 * - `offered`: incoming; `accept` or `decline` it
 * - `waiting`: outgoing; the other side has not answered
 * - `transferring`: bytes flow
 * - `paused`: the channel is closed; goes on by itself when it opens again
 * - `done`: complete and verified; `file` is what arrived, or what was sent
 * - `declined`, `cancelled`: a person said no, before or after it began; also: the other side is gone
 * - `failed`: see `FileTransferFailure`; `cause` is what the browser threw, if this side knows
 */
export type FileTransferState =
  | { readonly status: 'offered' | 'waiting' | 'transferring' | 'paused' | 'declined' | 'cancelled' }
  | { readonly status: 'done'; readonly file: Blob }
  | { readonly status: 'failed'; readonly reason: FileTransferFailure; readonly cause?: unknown };

/** One file on its way, as it was when asked for; `change` brings the next one. */
export interface FileTransfer extends FileInfo {
  /** Unique among the transfers of one `FileTransfers`, both directions. */
  readonly id: number;
  readonly direction: 'outgoing' | 'incoming';
  readonly state: FileTransferState;
  /** Handed to the channel, or received. Falls back to the last block that was kept when the channel opens again. */
  readonly bytes: number;
  /** Bytes a second over the last seconds; undefined while nothing flows. */
  readonly rate: number | undefined;
}
