import { RecordingType } from '@ieum/api-contract';

/** In this order: Opus, wherever it is; Safari's own; Firefox's of old. */
const CANDIDATES = ['audio/webm;codecs=opus', 'audio/mp4', 'audio/ogg;codecs=opus'] as const;

export interface Container {
  /** What the recorder is asked for. */
  readonly mimeType: string;
  /** What the server is told. */
  readonly contentType: RecordingType;
}

/** What this browser records speech as; `null` where it records nothing that the server takes. */
export function chooseContainer(isSupported: (mimeType: string) => boolean): Container | null {
  const mimeType = CANDIDATES.find((candidate) => isSupported(candidate));
  return mimeType === undefined ? null : { mimeType, contentType: RecordingType.parse(mimeType.split(';')[0]) };
}
