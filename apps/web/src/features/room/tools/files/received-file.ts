import type { FileInfo } from '@ieum/webrtc-client';
import type { FileEntryState } from './file-entry';
import { fileKind } from './file-kind';

/** PORT. `URL.createObjectURL` and its end. */
export interface ObjectUrls {
  create(blob: Blob): string;
  revoke(url: string): void;
}

/** Pictures that hold no script. An SVG is a document: it is saved, never shown. */
const PICTURES: ReadonlySet<string> = new Set(['image/png', 'image/jpeg', 'image/webp', 'image/gif']);
/** Larger ones are not unpacked unasked. */
const MAX_PICTURE_BYTES = 20_000_000;

/**
 * Makes what was received savable and, a picture, visible. The file itself has no type that a browser would open
 * (`application/octet-stream`); only a picture gets one, and then one of four.
 */
export function openReceived(
  file: Blob,
  { name, mediaType }: FileInfo,
  urls: ObjectUrls,
): FileEntryState & { status: 'done' } {
  // Its name says what the person's computer will take it for.
  const isPicture = PICTURES.has(mediaType) && fileKind(name, mediaType) === 'picture';
  const isShown = isPicture && file.size <= MAX_PICTURE_BYTES;
  return {
    status: 'done',
    saveUrl: urls.create(file),
    pictureUrl: isShown ? urls.create(new Blob([file], { type: mediaType })) : null,
  };
}

export function releaseReceived(state: FileEntryState, urls: ObjectUrls): void {
  if (state.status !== 'done') return;
  for (const url of [state.saveUrl, state.pictureUrl]) if (url !== null) urls.revoke(url);
}
