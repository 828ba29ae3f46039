import { describe, expect, it } from '@jest/globals';
import { sampleOf } from './sample-of';
import type { StatsObject } from './stats-report';
import { chromiumFirst, chromiumSecond } from './testing/chromium-report';
import { firefoxFirst, firefoxSecond } from './testing/firefox-report';
import { changed, reportOf } from './testing/report-of';

const between = (first: readonly StatsObject[], second: readonly StatsObject[]) =>
  sampleOf(reportOf(first), reportOf(second));

describe('sampleOf two reports of Chromium', () => {
  const sample = between(chromiumFirst, chromiumSecond);

  it('reads round trip, loss and jitter of both ways', () => {
    expect(sample.roundTripMs).toBe(60);
    expect(sample.loss.in).toBeCloseTo(11 / 400);
    expect(sample.loss.out).toBeCloseTo(0.04 * (300 / 400));
    expect(sample.jitterMs).toEqual({ in: 5, out: 6 });
  });

  it('reads bitrates from what was carried meanwhile', () => {
    expect(sample.bitrate).toEqual({
      in: { audio: 32_000, video: 800_000, total: 1_000_000 },
      out: { audio: 30_000, video: 1_000_000, total: 1_200_000 },
    });
    expect(sample.availableOutgoingBitrate).toBe(2_400_000);
  });

  it('reads the pictures that move, not the m-line without a track', () => {
    expect(sample.pictures).toEqual({
      in: [{ mid: '1', width: 640, height: 360, framesPerSecond: 25 }],
      out: [{ mid: '1', width: 1280, height: 720, framesPerSecond: 30 }],
    });
    expect(sample.limitation).toBe('bandwidth');
  });

  it('reads the path, over the relay by the protocol that leads to it', () => {
    expect(sample.path).toEqual({ pairId: 'CPrelay', local: 'relay', remote: 'srflx', protocol: 'tls', relayed: true });
  });
});

describe('sampleOf two reports of Firefox', () => {
  const sample = between(firefoxFirst, firefoxSecond);

  it('finds the selected pair without a transport, and the round trip in the newest receiver report', () => {
    expect(sample.path).toEqual({ pairId: '5f1b', local: 'host', remote: 'prflx', protocol: 'udp', relayed: false });
    expect(sample.roundTripMs).toBe(130);
    const unmarked = { '5f1a': { selected: undefined }, '5f1b': { selected: undefined } };
    expect(between(firefoxFirst, changed(firefoxSecond, unmarked)).path?.protocol).toBe('udp');
  });

  it('takes what was lost of what was sent for the fraction that it does not tell', () => {
    expect(sample.loss.in).toBe(0);
    expect(sample.loss.out).toBeCloseTo((0.03 * 100 + 0.06 * 200) / 300);
  });

  it('counts frames and bytes where it gives no rate, and leaves out what it does not know', () => {
    expect(sample.pictures.in).toEqual([{ mid: '1', width: 640, height: 480, framesPerSecond: 24 }]);
    expect(sample.bitrate.out).toEqual({ audio: 36_000, video: 400_000, total: 480_000 });
    expect(sample.availableOutgoingBitrate).toBeUndefined();
    expect(sample.limitation).toBeUndefined();
  });

  it('does not take the little that a pair carried before it was chosen for the whole', () => {
    const chosen = changed(firefoxSecond, {
      '5f1a': { timestamp: 1_763_712_002_000, selected: true, bytesSent: 4_000 },
      '5f1b': { selected: false },
    });
    expect(between(firefoxFirst, chosen).bitrate.out.total).toBe(436_000);
  });
});

describe('sampleOf', () => {
  it('tells the state but no rates from one report alone', () => {
    const sample = sampleOf(undefined, reportOf(chromiumFirst));
    expect(sample).toMatchObject({ roundTripMs: 50, atMs: 1_763_712_000_000, path: { relayed: true } });
    expect(sample.bitrate.out).toEqual({ audio: undefined, video: undefined, total: undefined });
    expect(sample.loss.in).toBeUndefined();
  });

  it.each([
    ['a new connection that counts from zero', { packetsReceived: 5, packetsLost: 0, bytesReceived: 400 }],
    ['a stream with another source under the same id', { ssrc: 99, packetsReceived: 9_999_999, bytesReceived: 9e9 }],
  ])('takes nothing from the counters of %s', (_, counters) => {
    const changes = Object.fromEntries(['IT01A11', 'IT01V12'].map((id) => [id, counters]));
    const sample = between(chromiumFirst, changed(chromiumSecond, { ...changes, T01: { bytesReceived: 10 } }));
    expect(sample.loss.in).toBeUndefined();
    expect([sample.bitrate.in.audio, sample.bitrate.in.video]).toEqual([undefined, undefined]);
    expect(sample.loss.out).toBeDefined();
  });

  it('goes on counting over an ICE restart, with the transport', () => {
    const restarted = changed(chromiumSecond, { CPrelay: { id: 'CPnew' }, T01: { selectedCandidatePairId: 'CPnew' } });
    expect(between(chromiumFirst, restarted)).toMatchObject({
      roundTripMs: 60,
      bitrate: { out: { total: 1_200_000 } },
    });
  });

  it('forgets a camera that was taken away although its last figures stay', () => {
    const gone = changed(chromiumSecond, { OT01V22: { packetsSent: 4_000, bytesSent: 900_000 } });
    const padded = changed(gone, { OT01V23: { packetsSent: 20 } });
    expect(between(chromiumFirst, padded)).toMatchObject({ pictures: { out: [] }, limitation: undefined });
    const sample = between(chromiumFirst, gone);
    expect([sample.pictures.out, sample.limitation, sample.bitrate.out.video]).toEqual([[], undefined, 0]);
    expect(sample.loss.out).toBe(0);
  });

  it.each(['framesReceived', 'framesDecoded'])('sees no picture where packets come and no frame (%s)', (counter) => {
    const first = changed(chromiumFirst, { IT01V12: { [counter]: 500 } });
    const arrives = (frames: number) =>
      between(first, changed(chromiumSecond, { IT01V12: { [counter]: frames } })).pictures.in;
    expect(arrives(500)).toEqual([]);
    expect(arrives(501)).toHaveLength(1);
  });

  it('takes packets that were thought lost and came late for no loss', () => {
    const late = changed(chromiumSecond, { IT01A11: { packetsLost: 2 }, IT01V12: { packetsLost: -1 } });
    expect(between(chromiumFirst, late).loss.in).toBe(0);
  });

  it.each([
    ['the same report twice', chromiumSecond, chromiumSecond],
    ['reports in the wrong order', chromiumSecond, chromiumFirst],
    ['empty reports', [], []],
    [
      'nonsense',
      chromiumFirst,
      chromiumSecond.map((object) =>
        Object.fromEntries(Object.entries(object).map(([name, value]) => [name, name === 'id' ? value : [value, NaN]])),
      ),
    ],
  ])('makes no figure from %s', (_, first, second) => {
    const sample = between(first, second);
    expect(sample.bitrate.in).toEqual({ audio: undefined, video: undefined, total: undefined });
    expect(sample.loss.in).toBeUndefined();
  });

  it('survives objects that are none, and figures that are no numbers', () => {
    const report = new Map<string, unknown>(Object.entries({ a: null, b: 7, c: 'x', d: { type: 'transport' } }));
    const half = changed(chromiumSecond, {
      CPrelay: { currentRoundTripTime: Number.NaN, availableOutgoingBitrate: Number.POSITIVE_INFINITY },
      Irelay: { candidateType: 'relayed', relayProtocol: 'quic' },
      RIA21: { localId: 7 },
      IT01A11: { kind: 'smell' },
    });
    expect(sampleOf(report, report)).toMatchObject({ atMs: 0, path: undefined, loss: { in: undefined } });
    expect(between(chromiumFirst, half)).toMatchObject({
      roundTripMs: 58,
      availableOutgoingBitrate: undefined,
      path: { local: undefined, protocol: 'udp', relayed: false },
    });
  });
});
