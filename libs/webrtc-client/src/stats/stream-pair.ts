import type { Direction } from './call-sample';
import { numberIn, objectById, objectsOf, textIn, type StatsObject, type StatsReport } from './stats-report';

/** An object of a report beside the same one of the report before. */
export interface StatsPair {
  readonly now: StatsObject;
  /** Undefined when it was not there yet, or counted something else (W3C webrtc-stats §4.3, §8.1). */
  readonly before: StatsObject | undefined;
}

/** One RTP stream of sound or picture. */
export interface StreamPair extends StatsPair {
  readonly kind: 'audio' | 'video';
}

const STREAM_TYPES: Record<Direction, string> = { in: 'inbound-rtp', out: 'outbound-rtp' };

/** The RTP streams of a direction (W3C webrtc-stats §8.5, §8.8). */
export function streamsOf(before: StatsReport | undefined, now: StatsReport, direction: Direction): StreamPair[] {
  return objectsOf(now, STREAM_TYPES[direction]).flatMap((object) => {
    const kind = textIn(object, 'kind');
    if (kind !== 'audio' && kind !== 'video') return [];
    return [{ kind, ...pairOf(object, before) }];
  });
}

/**
 * Whether a stream carried something. One whose track was taken away stays in the report with its last figures for
 * ever (W3C webrtc-stats §8.1); one that is seen for the first time may be of that sort, or new: it counts.
 */
export function isMoving(stream: StatsPair): boolean {
  const packets = growth(stream, 'packetsReceived') ?? growth(stream, 'packetsSent');
  return packets === undefined ? stream.before === undefined : packets > 0;
}

/** Joins an object with its earlier self; one of another connection may have its id, but not its SSRC. */
export function pairOf(now: StatsObject, report: StatsReport | undefined): StatsPair {
  const before = objectById(report, now['id']);
  const same = before?.['type'] === now['type'] && before?.['ssrc'] === now['ssrc'];
  return { now, before: same ? before : undefined };
}

/**
 * How much a counter grew. Undefined when either reading is missing, and when it went down: it was set back, as when a
 * new connection took over, and the difference means nothing.
 */
export function growth({ now, before }: StatsPair, counter: string): number | undefined {
  const [end, start] = [numberIn(now, counter), numberIn(before, counter)];
  return end === undefined || start === undefined || end < start ? undefined : end - start;
}

/** Counted a second, by the objects' own timestamps (W3C webrtc-stats §4.1). */
export function rate(pair: StatsPair, counter: string): number | undefined {
  const [grown, elapsedMs] = [growth(pair, counter), growth(pair, 'timestamp')];
  return grown === undefined || !elapsedMs ? undefined : (grown * 1_000) / elapsedMs;
}
