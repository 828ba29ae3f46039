import { element, elementsIn, float, headOf, readElement, readUint, uint } from './ebml';

/** The elements of WebM that count here (RFC 9559 §5.1). */
const EBML = 0x1a45dfa3;
const SEGMENT = 0x18538067;
const INFO = 0x1549a966;
const TIMESTAMP_SCALE = 0x2ad7b1;
const DURATION = 0x4489;
const TRACKS = 0x1654ae6b;
const TRACK_ENTRY = 0xae;
const TRACK_NUMBER = 0xd7;
const CLUSTER = 0x1f43b675;
const TIMESTAMP = 0xe7;
const CUES = 0x1c53bb6b;
const CUE_POINT = 0xbb;
const CUE_TIME = 0xb3;
const CUE_TRACK_POSITIONS = 0xb7;
const CUE_TRACK = 0xf7;
const CUE_CLUSTER_POSITION = 0xf1;
const TOP: readonly number[] = [EBML, SEGMENT, INFO, TRACKS, CLUSTER, CUES, 0x114d9b74, 0x1254c367];

interface Cluster {
  readonly data: number;
  readonly end: number;
  readonly time: number;
}

interface Recorded {
  readonly header: Uint8Array;
  readonly info: readonly Uint8Array[];
  readonly scale: number;
  readonly tracks: Uint8Array;
  readonly track: number;
  readonly clusters: readonly Cluster[];
}

/**
 * What a browser recorded as WebM says neither how long it is nor where anything is in it: Firefox cannot jump in it at all.
 * The same sound with both written in. What is no such file, or has an index already, stays as it is.
 */
export async function seekableWebm(file: Blob, durationMs: number): Promise<Blob> {
  if (!file.type.startsWith('audio/webm')) return file;
  const bytes = new Uint8Array(await file.arrayBuffer());
  const recorded = read(bytes);
  if (!recorded) return file;
  const { header, scale, tracks, track, clusters } = recorded;
  const info = element(INFO, ...recorded.info, element(DURATION, float((durationMs * 1e6) / scale)));
  const tracksElement = element(TRACKS, tracks);
  const cuesOf = (first: number) => {
    let at = first;
    return element(
      CUES,
      ...clusters.map(({ data, end, time }) => {
        const position = at;
        at += headOf(CLUSTER, 0).byteLength + end - data;
        return element(
          CUE_POINT,
          element(CUE_TIME, uint(time)),
          element(CUE_TRACK_POSITIONS, element(CUE_TRACK, uint(track)), element(CUE_CLUSTER_POSITION, uint(position))),
        );
      }),
    );
  };
  // Every number has eight bytes: the cues are as long as they will be, whatever they say.
  const before = info.byteLength + tracksElement.byteLength;
  const cues = cuesOf(before + cuesOf(0).byteLength);
  const parts = clusters.flatMap(({ data, end }) => [headOf(CLUSTER, end - data), file.slice(data, end)]);
  const size =
    before +
    cues.byteLength +
    clusters.reduce((sum, { data, end }) => sum + headOf(CLUSTER, 0).byteLength + end - data, 0);
  const head = [Uint8Array.from(header), headOf(SEGMENT, size), info, tracksElement, cues];
  return new Blob([...head, ...parts], { type: file.type });
}

function read(bytes: Uint8Array): Recorded | null {
  const header = readElement(bytes, 0);
  const segment = header?.end ? readElement(bytes, header.end) : null;
  if (header?.id !== EBML || !header.end || segment?.id !== SEGMENT) return null;
  let info: Uint8Array[] | null = null;
  let tracks: Uint8Array | null = null;
  let scale = 1_000_000;
  let track = 1;
  const clusters: Cluster[] = [];
  for (let at = segment.data; at < bytes.byteLength;) {
    const top = readElement(bytes, at);
    if (!top) break;
    const end = top.end ?? endOf(bytes, top.data);
    if (top.id === CUES) return null;
    if (top.id === CLUSTER) clusters.push({ data: top.data, end, time: uintIn(bytes, top.data, end, TIMESTAMP) ?? 0 });
    if (top.id === INFO) {
      // Firefox writes one, and it is nought.
      const kept = [...elementsIn(bytes, top.data, end)].filter(({ id }) => id !== DURATION);
      info = kept.map(({ start, end: after }) => bytes.subarray(start, after));
      scale = uintIn(bytes, top.data, end, TIMESTAMP_SCALE) ?? scale;
    }
    if (top.id === TRACKS) {
      tracks = bytes.subarray(top.data, end);
      const entry = [...elementsIn(bytes, top.data, end)].find(({ id }) => id === TRACK_ENTRY);
      track = (entry && uintIn(bytes, entry.data, entry.end, TRACK_NUMBER)) ?? track;
    }
    at = end;
  }
  if (!info || !tracks || clusters.length === 0 || scale === 0) return null;
  return { header: bytes.subarray(0, header.end), info, scale, tracks, track, clusters };
}

/** Where a cluster of unknown size ends: at the next element that is in none, or where the recording broke off. */
function endOf(bytes: Uint8Array, start: number): number {
  let end = start;
  for (const { id, start: at, end: next } of elementsIn(bytes, start, bytes.byteLength)) {
    if (TOP.includes(id)) return at;
    end = next;
  }
  return end;
}

function uintIn(bytes: Uint8Array, start: number, end: number, wanted: number): number | null {
  for (const { id, data, end: after } of elementsIn(bytes, start, end)) {
    if (id === wanted) return readUint(bytes, data, after);
  }
  return null;
}
