import type { QuestionSoundType } from '@ieum/api-contract';
import { isMp3 } from './is-mp3';

/** A `hdlr` box (ISO/IEC 14496-12, §8.4.3) says what a track is, so many bytes after its name. */
const HANDLER_AFTER = 12;

/**
 * What a sound is by its bytes, whatever it is called: MP3, Opus or Vorbis in Ogg (RFC 7845), uncompressed WAV, or MP4 with
 * sound and no picture. `undefined` for anything else.
 */
export function soundTypeOf(content: Buffer): QuestionSoundType | undefined {
  const text = (from: number, to: number): string => content.toString('latin1', from, to);
  if (text(0, 4) === 'OggS')
    return ['OpusHead', '\u0001vorbis'].some((head) => text(28, 28 + head.length) === head) ? 'audio/ogg' : undefined;
  if (text(0, 4) === 'RIFF') return text(8, 16) === 'WAVEfmt ' && isUncompressed(content) ? 'audio/wav' : undefined;
  if (text(4, 8) === 'ftyp') {
    const tracks = handlersOf(content);
    return tracks.includes('soun') && !tracks.includes('vide') ? 'audio/mp4' : undefined;
  }
  return isMp3(content) ? 'audio/mpeg' : undefined;
}

/** PCM as integers or floats, the one that every browser plays. */
const isUncompressed = (content: Buffer): boolean =>
  content.length > 44 && [1, 3, 0xfffe].includes(content.readUInt16LE(20));

/** The tracks may be told at the end of the file. */
function handlersOf(content: Buffer): string[] {
  const handlers: string[] = [];
  for (let at = content.indexOf('hdlr'); at >= 0; at = content.indexOf('hdlr', at + 4)) {
    handlers.push(content.toString('latin1', at + HANDLER_AFTER, at + HANDLER_AFTER + 4));
  }
  return handlers;
}
