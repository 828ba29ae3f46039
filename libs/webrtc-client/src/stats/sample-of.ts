import type { Bitrates, BothWays, CallSample, Direction, Picture } from './call-sample';
import { lossIn, lossOut } from './packet-loss';
import { pathOf, selectedPairOf } from './selected-path';
import { numberIn, objectsOf, sumOf, textIn, type StatsObject, type StatsReport } from './stats-report';
import { growth, isMoving, pairOf, rate, streamsOf, type StreamPair } from './stream-pair';

/**
 * What a call was like between two reports of its statistics. Without `before` only what one report tells is there: no
 * bitrate and no loss of what came in. Nothing is taken from a counter that was set back or is seen for the first time,
 * so that a new connection, an ICE restart or a track that comes and goes never makes a spike.
 *
 * Never throws, whatever is missing or nonsense in a report: the figure is undefined then.
 */
export function sampleOf(before: StatsReport | undefined, now: StatsReport): CallSample {
  const pair = selectedPairOf(now);
  const streams = { in: streamsOf(before, now, 'in'), out: streamsOf(before, now, 'out') };
  return {
    atMs: Math.max(0, ...[...now.values()].map((object) => numberIn(object as StatsObject, 'timestamp') ?? 0)),
    roundTripMs: inMs(numberIn(pair, 'currentRoundTripTime') ?? reportedRoundTrip(now)),
    loss: { in: lossIn(before, now), out: lossOut(before, now) },
    jitterMs: {
      in: jitterOf(streams.in.filter((stream) => isMoving(stream)).map((stream) => stream.now)),
      out: jitterOf(reportsOn(streams.out, now)),
    },
    bitrate: bothWays((direction) => bitratesOf(streams[direction], direction, before, now)),
    pictures: bothWays((direction) => picturesOf(streams[direction]).map(({ picture }) => picture)),
    path: pathOf(now),
    availableOutgoingBitrate: numberIn(pair, 'availableOutgoingBitrate'),
    limitation: limitationOf(streams.out),
  };
}

const bothWays = <T>(of: (direction: Direction) => T): BothWays<T> => ({ in: of('in'), out: of('out') });

const inMs = (seconds: number | undefined): number | undefined => (seconds === undefined ? undefined : seconds * 1_000);

/** The newest that RTCP measured (W3C webrtc-stats §8.6), for browsers that do not measure the path itself. */
function reportedRoundTrip(report: StatsReport): number | undefined {
  const [newest] = objectsOf(report, 'remote-inbound-rtp')
    .filter((remote) => numberIn(remote, 'roundTripTime') !== undefined)
    .sort((a, b) => (numberIn(b, 'timestamp') ?? 0) - (numberIn(a, 'timestamp') ?? 0));
  return numberIn(newest, 'roundTripTime');
}

/** The sound's, since the packets of one picture leave in a burst and look late to each other. */
function jitterOf(received: readonly StatsObject[]): number | undefined {
  const of = (kind: string): number[] =>
    received.filter((object) => object['kind'] === kind).flatMap((object) => numberIn(object, 'jitter') ?? []);
  const [audio, video] = [of('audio'), of('video')];
  const figures = audio.length > 0 ? audio : video;
  return figures.length === 0 ? undefined : Math.max(...figures) * 1_000;
}

/** What the other side last said of the streams that are still sent. */
function reportsOn(sent: readonly StreamPair[], report: StatsReport): StatsObject[] {
  const moving = new Set(sent.filter((stream) => isMoving(stream)).map(({ now }) => now['id']));
  return objectsOf(report, 'remote-inbound-rtp').filter((remote) => moving.has(remote['localId']));
}

function bitratesOf(
  streams: readonly StreamPair[],
  direction: Direction,
  before: StatsReport | undefined,
  now: StatsReport,
): Bitrates {
  const counter = BYTE_COUNTERS[direction];
  const of = (kind: string): number | undefined =>
    inBits(sumOf(streams.filter((stream) => stream.kind === kind).map((stream) => rate(stream, counter))));
  const [audio, video] = [of('audio'), of('video')];
  const pair = selectedPairOf(now);
  const carriers = [...objectsOf(now, 'transport'), ...(pair ? [pair] : [])];
  const [onPath] = carriers.flatMap((carrier) => rate(pairOf(carrier, before), counter) ?? []);
  return { audio, video, total: mostOf([inBits(onPath), sumOf([audio, video])]) };
}

/** A pair that has just been chosen carried only a part of it. */
function mostOf(values: readonly (number | undefined)[]): number | undefined {
  const known = values.filter((value) => value !== undefined);
  return known.length === 0 ? undefined : Math.max(...known);
}

const BYTE_COUNTERS: Record<Direction, string> = { in: 'bytesReceived', out: 'bytesSent' };

const inBits = (bytes: number | undefined): number | undefined => (bytes === undefined ? undefined : bytes * 8);

/**
 * Padding is sent without a picture too (RFC 3550 §5.1), so one has a size; and what is sent again goes on to arrive for a
 * while after the picture has stopped (RFC 4588), so of one that comes in there are new frames.
 */
function picturesOf(streams: readonly StreamPair[]): { picture: Picture; stream: StreamPair }[] {
  return streams
    .filter((stream) => stream.kind === 'video' && isMoving(stream) && newFramesIn(stream) !== 0)
    .flatMap((stream) => {
      const [width, height] = [numberIn(stream.now, 'frameWidth'), numberIn(stream.now, 'frameHeight')];
      if (!width || !height) return [];
      const mid = textIn(stream.now, 'mid');
      return [{ picture: { mid, width, height, framesPerSecond: frameRateOf(stream) }, stream }];
    })
    .sort((a, b) => Number(a.picture.mid ?? 0) - Number(b.picture.mid ?? 0));
}

/** Frames that came in (W3C webrtc-stats §8.5); undefined where that is not counted. */
const newFramesIn = (stream: StreamPair): number | undefined =>
  growth(stream, 'framesReceived') ?? growth(stream, 'framesDecoded');

const frameRateOf = (stream: StreamPair): number | undefined =>
  numberIn(stream.now, 'framesPerSecond') ?? rate(stream, 'framesDecoded') ?? rate(stream, 'framesEncoded');

/** Of the pictures that are sent, the worst off: one that the line or the machine holds back. */
function limitationOf(streams: readonly StreamPair[]): RTCQualityLimitationReason | undefined {
  const reasons = picturesOf(streams).map(({ stream }) => textIn(stream.now, 'qualityLimitationReason'));
  return LIMITATIONS.find((reason) => reasons.includes(reason));
}

const LIMITATIONS = ['bandwidth', 'cpu', 'other', 'none'] as const satisfies readonly RTCQualityLimitationReason[];
