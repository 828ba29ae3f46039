import type { ComponentType } from 'react';
import type { DocumentReading } from '../../shared/consult-document/read-document';

export interface BoardPicturesProps {
  readonly board: DocumentReading['board'];
  /** Of pictures that are saved, without number and ending. */
  readonly fileName: string;
}

/** Fetches what shows a kept board. Only the board's own code can draw it, and that is another feature's. */
export type LoadBoardPictures = () => Promise<ComponentType<BoardPicturesProps>>;
