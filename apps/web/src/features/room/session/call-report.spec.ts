import { beforeEach, describe, expect, it } from '@jest/globals';
import type { CallFact } from '@ieum/signaling-protocol';
import type { PeerSessionEvents } from '@ieum/webrtc-client';
import { TypedEmitter } from '@ieum/webrtc-client';
import { ManualClock } from '@ieum/webrtc-client/testing';
import { CallReport } from './call-report';
import { callSampleOf } from './testing/call-samples';

let clock: ManualClock;
let call: TypedEmitter<PeerSessionEvents>;
let told: CallFact[];
let report: CallReport;
beforeEach(() => {
  clock = new ManualClock();
  call = new TypedEmitter();
  told = [];
  const tell = (fact: CallFact) => void told.push(fact);
  report = new CallReport({ call, clock, tell, tellNow: tell });
});

describe('what there is to tell of a call', () => {
  it('is how long it took to be connected, once', async () => {
    await clock.advance(840);
    call.emit('state', 'connected');
    call.emit('state', 'reconnecting');
    call.emit('state', 'connected');
    expect(told).toEqual([
      { type: 'connected', setUpMs: 840 },
      { type: 'disconnected', failed: false },
    ]);
  });

  it('is each step of mending', () => {
    call.emit('healing', { step: 'restart-ice', cause: 'network-changed', attempt: 1 });
    call.emit('healing', { step: 'relay-only', cause: 'path-lost', attempt: 3 });
    call.emit('state', 'failed');
    call.emit('healed', { step: 'relay-only', afterMs: 1234.5 });
    expect(told).toEqual([
      { type: 'healing', step: 'restart-ice', cause: 'network-changed' },
      { type: 'healing', step: 'relay-only', cause: 'path-lost' },
      { type: 'disconnected', failed: true },
      { type: 'healed', step: 'relay-only', afterMs: 1235 },
    ]);
  });

  it('is the kind of its path, and of another one, but not which', () => {
    report.sampled(callSampleOf(), 'good');
    report.sampled(callSampleOf(), 'good');
    const path = { pairId: 'other', local: 'relay', remote: 'srflx', protocol: 'tls', relayed: true } as const;
    report.sampled(callSampleOf({ path }), 'good');
    report.sampled(callSampleOf({ path: undefined }), 'good');
    report.sampled(callSampleOf({ path: { ...path, pairId: 'third', protocol: undefined } }), 'good');
    expect(told).toEqual([
      { type: 'path', local: 'host', remote: 'host', protocol: 'udp' },
      { type: 'path', local: 'relay', remote: 'srflx', protocol: 'tls' },
      { type: 'path', local: 'relay', remote: 'srflx' },
    ]);
  });

  it('is the mean of twenty seconds, without what the browser does not tell', async () => {
    for (const roundTripMs of [20, undefined, 45]) {
      await clock.advance(6_667);
      report.sampled(callSampleOf({ roundTripMs, loss: { in: 0.0123, out: undefined } }), 'fair');
    }
    const { type, ...figures } = told.at(-1) ?? { type: undefined };
    expect(type).toBe('figures');
    expect(figures).toEqual({
      roundTripMs: 33,
      lossIn: 0.012,
      jitterMs: 5,
      bitrateIn: 1_032_000,
      bitrateOut: 1_032_000,
      level: 'fair',
    });
    expect(told.filter((fact) => fact.type === 'figures')).toHaveLength(1);
  });

  it('never leaves what the server takes', async () => {
    await clock.advance(20_000);
    const bitrate = { audio: undefined, video: undefined, total: 5e12 };
    report.sampled(
      callSampleOf({ roundTripMs: 1e9, loss: { in: 7, out: -1 }, bitrate: { in: bitrate, out: bitrate } }),
      'poor',
    );
    expect(told.at(-1)).toMatchObject({ roundTripMs: 600_000, lossIn: 1, lossOut: 0, bitrateIn: 1e9 });
  });
});
