import { describe, expect, it } from '@jest/globals';
import { element, elementsIn, float, readElement, readUint, uint } from './ebml';
import { seekableWebm } from './seekable-webm';

const CLUSTER = 0x1f43b675;
const EBML = element(0x1a45dfa3, element(0x4282, new TextEncoder().encode('webm')));
const TRACKS = element(0x1654ae6b, element(0xae, element(0xd7, Uint8Array.of(2))));
const INFO = (...more: Uint8Array[]) => element(0x1549a966, element(0x2ad7b1, uint(1_000_000)), ...more);
/** An element of a size that is not told, as of what is recorded live. */
const live = (id: number, ...parts: Uint8Array[]) => {
  const known = element(id, ...parts);
  known.fill(0xff, 5, 12);
  return known;
};
const cluster = (time: number, ...sound: number[]) =>
  live(CLUSTER, element(0xe7, uint(time)), element(0xa3, Uint8Array.of(0x82, 0, 0, 0x80, ...sound)));
const webm = (...parts: Uint8Array[]) =>
  new Blob([EBML, live(0x18538067, ...parts)] as BlobPart[], { type: 'audio/webm;codecs=opus' });
const RECORDED = [INFO(), TRACKS, cluster(0, 1, 2, 3), cluster(5_000, 4), cluster(10_000, 5, 6)];

async function segmentOf(file: Blob) {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const segment = readElement(bytes, EBML.byteLength);
  if (!segment?.end) throw new Error('a segment of a size that is not told');
  const children = [...elementsIn(bytes, segment.data, segment.end)];
  const inside = (id: number, from = children) => {
    const found = from.find((child) => child.id === id);
    return found ? [...elementsIn(bytes, found.data, found.end)] : [];
  };
  return { bytes, segment, children, inside };
}

describe('what a browser recorded as WebM', () => {
  it('gets its length, and where every part of it is', async () => {
    const made = await seekableWebm(webm(...RECORDED), 12_345);
    const { bytes, segment, children, inside } = await segmentOf(made);
    expect(segment.end).toBe(bytes.byteLength);
    const duration = inside(0x1549a966).find(({ id }) => id === 0x4489);
    expect(duration && new DataView(bytes.buffer).getFloat64(duration.data)).toBe(12_345);
    const cues = inside(0x1c53bb6b).map((point) => {
      const [time, positions] = [...elementsIn(bytes, point.data, point.end)];
      const [track, position] = positions ? [...elementsIn(bytes, positions.data, positions.end)] : [];
      if (!time || !track || !position) throw new Error('half a cue');
      const at = segment.data + readUint(bytes, position.data, position.end);
      const there = children.find(({ start }) => start === at);
      const begins = there && [...elementsIn(bytes, there.data, there.end)][0];
      return {
        time: readUint(bytes, time.data, time.end),
        track: readUint(bytes, track.data, track.end),
        cluster: there?.id === CLUSTER && begins && readUint(bytes, begins.data, begins.end),
      };
    });
    expect(cues).toEqual([0, 5_000, 10_000].map((time) => ({ time, track: 2, cluster: time })));
  });

  it('keeps every byte of its sound', async () => {
    const { bytes, children } = await segmentOf(await seekableWebm(webm(...RECORDED), 12_345));
    const sound = children
      .filter(({ id }) => id === CLUSTER)
      .flatMap(({ data, end }) => [...elementsIn(bytes, data, end)].filter(({ id }) => id === 0xa3))
      .flatMap(({ data, end }) => [...bytes.subarray(data + 4, end)]);
    expect(sound).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it('has no second length where the browser wrote nought', async () => {
    const made = await seekableWebm(webm(INFO(element(0x4489, float(0))), ...RECORDED.slice(1)), 9_000);
    const { bytes, inside } = await segmentOf(made);
    const durations = inside(0x1549a966).filter(({ id }) => id === 0x4489);
    expect(durations.map(({ data }) => new DataView(bytes.buffer).getFloat64(data))).toEqual([9_000]);
  });

  it('stays as it is when it has an index, is of another kind, or is none at all', async () => {
    const indexed = webm(...RECORDED, element(0x1c53bb6b));
    const safari = new Blob([EBML], { type: 'audio/mp4' });
    const noise = new Blob([Uint8Array.of(1, 2, 3, 4)], { type: 'audio/webm' });
    for (const file of [indexed, safari, noise]) expect(await seekableWebm(file, 1_000)).toBe(file);
  });

  it('is read as far as it goes when it breaks off, wherever that is', async () => {
    const whole = webm(...RECORDED);
    for (let length = 0; length < whole.size; length += 1) {
      const part = whole.slice(0, length, whole.type);
      const made = await seekableWebm(part, 1_000);
      if (made !== part) expect((await segmentOf(made)).segment.end).toBe(made.size);
    }
  });
});
