import { beforeEach, describe, expect, it } from '@jest/globals';
import type { ListCard, PushOf } from '@ieum/signaling-protocol';
import { ApiError } from '../../shared/lib/api-error';
import { LiveListFollower } from './live-list-follower';
import type { ListConnection } from './live-list-follower';

const NOW = '2026-11-21T08:10:00.000Z';
const card = (id: string): ListCard => ({
  id,
  kind: 'career',
  topic: 'portfolio',
  message: 'hi',
  language: 'en',
  readiness: null,
  carries: null,
  nickname: 'Mina',
  createdAt: '2026-11-21T08:00:00.000Z',
});

const settled = () => new Promise<void>((resolve) => setImmediate(resolve));

class FakeConnection {
  readonly asked: string[] = [];
  answer: () => unknown = () => ({ rev: 1, cards: [card('a')], now: NOW });
  push: (change: PushOf<'list:changed'>) => void = () => undefined;
  comeBack: () => void = () => undefined;

  readonly port: ListConnection = {
    request: async (name) => {
      this.asked.push(name);
      return (name === 'list:subscribe' ? this.answer() : {}) as never;
    },
    on: (_name, listener) => {
      this.push = listener as typeof this.push;
      return () => (this.push = () => undefined);
    },
    onConnect: (listener) => {
      this.comeBack = listener;
      return () => (this.comeBack = () => undefined);
    },
  };
}

let connection: FakeConnection;
let follower: LiveListFollower;
let arrivals: string[];
let timers: { run: () => void; ms: number }[];

beforeEach(async () => {
  connection = new FakeConnection();
  arrivals = [];
  timers = [];
  follower = new LiveListFollower({
    connection: connection.port,
    setTimer: (run, ms) => {
      const timer = { run, ms };
      timers.push(timer);
      return () => void (timers = timers.filter((other) => other !== timer));
    },
    onServerTime: () => undefined,
    onError: (error) => {
      throw error;
    },
  });
  follower.onArrival((cards) => void arrivals.push(...cards.map(({ id }) => id)));
  follower.start();
  await settled();
});

const shown = () => follower.getSnapshot().list.entries.map((entry) => entry.card.id);

describe('following the live list', () => {
  it('shows the snapshot and then what is pushed, and tells of arrivals', () => {
    expect(shown()).toEqual(['a']);
    connection.push({ rev: 2, added: [card('b')], removed: [] });
    expect(shown()).toEqual(['a', 'b']);
    expect(arrivals).toEqual(['b']);
  });

  it('subscribes again when a change was missed', async () => {
    connection.answer = () => ({ rev: 9, cards: [card('a'), card('z')], now: NOW });
    connection.push({ rev: 7, added: [], removed: [] });
    await settled();
    expect(shown()).toEqual(['a', 'z']);
    expect(connection.asked).toEqual(['list:subscribe', 'list:subscribe']);
  });

  it('subscribes again when the connection comes back', async () => {
    connection.comeBack();
    await settled();
    expect(connection.asked).toHaveLength(2);
  });

  it('says why the list cannot be had, and forgets it once it can', async () => {
    const refuse = (code: ApiError['code']) => () => {
      throw new ApiError({ code });
    };
    connection.answer = refuse('mentors/profile-missing');
    follower.retry();
    await settled();
    expect(follower.getSnapshot().error?.code).toBe('mentors/profile-missing');
    connection.answer = () => ({ rev: 2, cards: [], now: NOW });
    follower.retry();
    await settled();
    expect(follower.getSnapshot().error).toBeNull();
  });

  it('does not call a lost connection an error', async () => {
    connection.answer = () => {
      throw new ApiError({ code: 'network/offline' });
    };
    follower.retry();
    await settled();
    expect(follower.getSnapshot().error).toBeNull();
  });

  const refuseWith = (error: ApiError) => {
    connection.answer = () => {
      throw error;
    };
  };
  const fireTimers = async () => {
    for (const { run } of timers.splice(0)) run();
    await settled();
  };

  it('subscribes again when it was refused for a moment, when the server says or ever more slowly', async () => {
    refuseWith(new ApiError({ code: 'request/rate-limited', retryAfterMs: 700 }));
    follower.retry();
    await settled();
    expect(timers.map(({ ms }) => ms)).toEqual([700]);
    const passing = [
      ['server/unavailable', 2_000],
      ['network/offline', 4_000],
      ['server/internal', 8_000],
    ] as const;
    for (const [code, ms] of passing) {
      refuseWith(new ApiError({ code }));
      await fireTimers();
      expect(timers.map((timer) => timer.ms)).toEqual([ms]);
    }
    connection.answer = () => ({ rev: 9, cards: [card('z')], now: NOW });
    await fireTimers();
    expect(shown()).toEqual(['a', 'z']);
    expect(follower.getSnapshot()).toMatchObject({ error: null, list: { phase: 'following' } });
    expect(timers).toEqual([]);
  });

  it('does not ask again what is refused for good, nor once it is stopped', async () => {
    refuseWith(new ApiError({ code: 'mentors/profile-missing' }));
    follower.retry();
    await settled();
    expect(timers).toEqual([]);
    refuseWith(new ApiError({ code: 'server/unavailable' }));
    follower.retry();
    await settled();
    expect(timers).toHaveLength(1);
    follower.stop();
    expect(timers).toEqual([]);
  });

  it('subscribes again when the server says to start over', async () => {
    connection.answer = () => ({ rev: 1, cards: [card('a'), card('b')], now: NOW });
    connection.push({ rev: 0, added: [], removed: [] });
    await settled();
    expect(shown()).toEqual(['a', 'b']);
    expect(connection.asked).toHaveLength(2);
  });

  it('unsubscribes and hears nothing more once stopped', async () => {
    follower.stop();
    await settled();
    expect(connection.asked.at(-1)).toBe('list:unsubscribe');
    connection.push({ rev: 2, added: [card('b')], removed: [] });
    expect(shown()).toEqual(['a']);
  });
});
