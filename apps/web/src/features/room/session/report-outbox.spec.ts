import { beforeEach, describe, expect, it } from '@jest/globals';
import type { CallFact } from '@ieum/signaling-protocol';
import { ManualClock } from '@ieum/webrtc-client/testing';
import { ApiError } from '../../../shared/lib/api-error';
import { ReportOutbox } from './report-outbox';
import { FakeRoomConnection, settled } from './testing/fake-room-connection';

const lost: CallFact = { type: 'disconnected', failed: false };
const figures: CallFact = { type: 'figures', level: 'good' };

let clock: ManualClock;
let connection: FakeRoomConnection;
let errors: unknown[];
let outbox: ReportOutbox;
beforeEach(() => {
  clock = new ManualClock();
  connection = new FakeRoomConnection();
  errors = [];
  outbox = new ReportOutbox({ connection, clock, onError: (error) => errors.push(error) });
});

const told = () => connection.named('call:report').map(({ payload }) => payload);

describe('reports of a call on their way to the server', () => {
  it('are numbered, and told at once where the tab has its seat', () => {
    outbox.seated();
    outbox.tell(lost);
    outbox.tellNow(figures);
    expect(told()).toEqual([
      { seq: 0, agoMs: 0, fact: lost },
      { seq: 1, agoMs: 0, fact: figures },
    ]);
  });

  it('wait for the seat, and say how long ago it was; figures are not worth it', async () => {
    outbox.tell(lost);
    outbox.tellNow(figures);
    await clock.advance(1_500);
    expect(told()).toEqual([]);
    outbox.seated();
    expect(told()).toEqual([{ seq: 0, agoMs: 1_500, fact: lost }]);
  });

  it('wait while the socket is away, until the tab has its seat again', () => {
    outbox.seated();
    connection.lose();
    outbox.tell(lost);
    connection.comeBack();
    outbox.tell({ type: 'left' });
    expect(told()).toEqual([]);
    outbox.seated();
    expect(told()).toHaveLength(2);
  });

  it('are the last forty, and none of more than ten minutes ago', async () => {
    outbox.tell(lost);
    await clock.advance(600_000);
    for (let count = 0; count < 50; count += 1) outbox.tell(lost);
    outbox.seated();
    expect(told()).toHaveLength(40);
    expect(told().at(-1)).toMatchObject({ seq: 50 });
  });

  it('are told again, as the same, when the server could not take them', async () => {
    outbox.seated();
    outbox.tell(lost);
    await connection.last('call:report').refuse(new ApiError({ code: 'network/offline' }));
    outbox.seated();
    expect(told()).toEqual([
      { seq: 0, agoMs: 0, fact: lost },
      { seq: 0, agoMs: 0, fact: lost },
    ]);
    await connection.last('call:report').refuse(new ApiError({ code: 'request/rate-limited' }));
    outbox.seated();
    expect(told()).toHaveLength(2);
    expect(errors).toEqual([]);
  });

  it('hide no fault of the page', async () => {
    outbox.seated();
    outbox.tell(lost);
    await connection.last('call:report').refuse(new TypeError('a bug'));
    expect(errors).toHaveLength(1);
  });

  it('end with the visit', async () => {
    outbox.tell(lost);
    outbox.close();
    outbox.seated();
    outbox.tell(lost);
    await settled();
    expect(told()).toEqual([]);
    expect(connection.listenerCount()).toBe(0);
  });
});
