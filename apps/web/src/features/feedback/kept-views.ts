import type { Recording } from '@ieum/api-contract';
import type { ComponentType } from 'react';
import type { DocumentReading } from '../../shared/consult-document/read-document';

export interface BoardPicturesProps {
  readonly board: DocumentReading['board'];
  /** Of pictures that are saved, without number and ending. */
  readonly fileName: string;
}

export interface TakeMomentsProps {
  readonly takes: readonly Recording[];
  readonly moments: readonly { readonly recordingId: string; readonly atMs: number; readonly text: string }[];
  /** Said of those whose take cannot be heard. */
  readonly gone: string;
  readonly fetchSound: (recordingId: string, signal: AbortSignal) => Promise<Blob>;
}

/** How other features show what they kept of a meeting. */
export interface KeptViews {
  /** Fetches what shows a kept board: with Excalidraw, for whoever has a board to look at. */
  readonly loadBoardPictures: () => Promise<ComponentType<BoardPicturesProps>>;
  readonly TakeMoments: ComponentType<TakeMomentsProps>;
}
