/** Bits a second in kilobits (ISO/IEC 11172-3, 13818-3), Layer III, by the index in the header; of MPEG 1, and of 2 and 2.5. */
const KILOBITS = {
  1: [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320],
  2: [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160],
} as const;
const SAMPLES_A_SECOND = [44_100, 48_000, 32_000];
const LAYER_3 = 1;
const ID3_HEADER_BYTES = 10;

/** Whether these bytes are MPEG frames with sound, Layer III, perhaps after a tag: two frames, the second where the first ends. */
export function isMp3(content: Buffer): boolean {
  const first = afterTag(content);
  const length = frameBytes(content, first);
  return length !== undefined && frameBytes(content, first + length) !== undefined;
}

/** The length of an ID3v2 tag is told in bytes of seven bits. */
function afterTag(content: Buffer): number {
  if (content.length < ID3_HEADER_BYTES || content.toString('latin1', 0, 3) !== 'ID3') return 0;
  const length = [6, 7, 8, 9].reduce((sum, at) => (sum << 7) | (content.readUInt8(at) & 0x7f), 0);
  let at = ID3_HEADER_BYTES + length;
  // Some encoders fill up with nothing.
  while (at < content.length && content[at] === 0) at += 1;
  return at;
}

function frameBytes(content: Buffer, at: number): number | undefined {
  if (at + 4 > content.length) return undefined;
  const header = content.readUInt32BE(at);
  if (header >>> 21 !== 0x7ff || ((header >>> 17) & 3) !== LAYER_3) return undefined;
  // 3: MPEG 1, 2: MPEG 2, 0: MPEG 2.5.
  const version = (header >>> 19) & 3;
  const kilobits = KILOBITS[version === 3 ? 1 : 2][(header >>> 12) & 15];
  const samples = SAMPLES_A_SECOND[(header >>> 10) & 3];
  if (version === 1 || !kilobits || samples === undefined) return undefined;
  const rate = samples / (version === 3 ? 1 : version === 2 ? 2 : 4);
  return Math.floor(((version === 3 ? 144 : 72) * kilobits * 1000) / rate) + ((header >>> 9) & 1);
}
