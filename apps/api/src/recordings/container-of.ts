import type { RecordingType } from '@ieum/api-contract';

const EBML = Buffer.from([0x1a, 0x45, 0xdf, 0xa3]);
/** The element DocType (RFC 8794, §11.2.7), with the length of "webm". */
const WEBM = Buffer.concat([Buffer.from([0x42, 0x82, 0x84]), Buffer.from('webm')]);
/** Here the sound begins (RFC 9559, §5.1.3). */
const CLUSTER = Buffer.from([0x1f, 0x43, 0xb6, 0x75]);
/** Headers are short; a first slice is longer. */
const HEAD_BYTES = 4096;

/**
 * What a recording is, by how it begins, whatever it is called: WebM (RFC 8794) or MP4 (ISO/IEC 14496-12) with sound and
 * no picture, or Opus in Ogg (RFC 7845). `undefined` for anything else.
 */
export function containerOf(content: Uint8Array): RecordingType | undefined {
  const head = Buffer.from(content.buffer, content.byteOffset, Math.min(content.byteLength, HEAD_BYTES));
  if (head.subarray(0, 4).equals(EBML)) {
    const cluster = head.indexOf(CLUSTER);
    const facts = cluster < 0 ? head : head.subarray(0, cluster);
    return facts.includes(WEBM) && facts.includes('A_OPUS') && !facts.includes('V_') ? 'audio/webm' : undefined;
  }
  if (head.toString('latin1', 0, 4) === 'OggS')
    return head.toString('latin1', 28, 36) === 'OpusHead' ? 'audio/ogg' : undefined;
  if (head.toString('latin1', 4, 8) === 'ftyp')
    return head.includes('soun') && !head.includes('vide') ? 'audio/mp4' : undefined;
  return undefined;
}
