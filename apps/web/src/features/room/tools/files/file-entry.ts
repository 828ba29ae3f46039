import type { FileInfo, FileTransferFailure } from '@ieum/webrtc-client';

/**
 * Why a file did not arrive: what the library knows, and what the room adds.
 *
 * - `partner-left`: the call it went over is over, the other side left or reloaded
 * - `folder`: it is no file
 */
export type FileFailure = FileTransferFailure | 'partner-left' | 'folder';

export type FileEntryState =
  /** See `FileTransferState`. */
  | { readonly status: 'offered' | 'waiting' | 'transferring' | 'paused' | 'declined' | 'cancelled' }
  | {
      readonly status: 'done';
      /** Where a received file is to be saved from; until it is removed, or the room is left. */
      readonly saveUrl: string | null;
      /** Where a received picture is to be shown from. */
      readonly pictureUrl: string | null;
    }
  | { readonly status: 'failed'; readonly reason: FileFailure };

/** A file on its way, as it stands in the list of one side. */
export interface FileEntry extends FileInfo {
  readonly key: number;
  readonly direction: 'outgoing' | 'incoming';
  readonly state: FileEntryState;
  /** How much of it went over. */
  readonly bytes: number;
  /** Bytes a second; undefined while nothing flows. */
  readonly rate: number | undefined;
  /** Whether it is still at hand, to be offered once more. */
  readonly canSendAgain: boolean;
}

export const isOver = ({ state: { status } }: Pick<FileEntry, 'state'>): boolean =>
  status === 'done' || status === 'declined' || status === 'cancelled' || status === 'failed';
