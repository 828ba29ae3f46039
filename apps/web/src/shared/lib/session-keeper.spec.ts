import { describe, expect, it } from '@jest/globals';
import type { Session } from '@ieum/api-contract';
import { ApiError } from './api-error';
import { SessionKeeper } from './session-keeper';
import type { SessionPorts, TabMessage } from './session-state';

const sessionOf = (token: string, userId = '00000000-0000-4000-8000-000000000001'): Session => ({
  accessToken: token,
  expiresInSeconds: 600,
  user: {
    id: userId,
    email: 'mina@example.org',
    nickname: 'mina',
    ageBand: '19-to-24',
    roles: ['student'],
    createdAt: '2026-11-01T00:00:00Z',
  },
});

/** A browser with one tab, whose server answers by hand. */
class World implements SessionPorts {
  readonly asked: { answer: (session: Session) => void; refuse: (error: unknown) => void }[] = [];
  readonly told: TabMessage[] = [];
  readonly kept: string[] = [];
  readonly timers = new Map<() => void, number>();
  time = 1_000;
  remembered = false;
  readonly keeper = new SessionKeeper(this);

  requestSession = () =>
    new Promise<Session>((answer, refuse) => {
      this.asked.push({ answer, refuse });
    });
  now = () => this.time;
  setTimer = (run: () => void, ms: number) => {
    this.timers.set(run, ms);
    return () => void this.timers.delete(run);
  };
  tellTabs = (message: TabMessage) => void this.told.push(message);
  wasSignedIn = () => this.remembered;
  rememberSignedIn = (signedIn: boolean) => void (this.remembered = signedIn);
  keepFor = (userId: string) => void this.kept.push(userId);
  forgetUser = () => void this.kept.push('forgotten');

  get state() {
    return this.keeper.getSnapshot();
  }
  fireTimers() {
    const due = [...this.timers.keys()];
    this.timers.clear();
    for (const run of due) run();
  }
}

const refused = (code: ApiError['code'] = 'auth/unauthenticated') => new ApiError({ code, status: 401 });
const offline = () => new ApiError({ code: 'network/offline' });

describe('SessionKeeper', () => {
  it('asks nothing on a first visit', () => {
    const world = new World();
    world.keeper.start();
    expect(world.asked).toHaveLength(0);
    expect(world.state).toEqual({ status: 'unknown' });
  });

  it('restores the session of a browser that was signed in', async () => {
    const world = new World();
    world.remembered = true;
    world.keeper.start();
    const restored = world.keeper.refresh();
    world.asked[0]?.answer(sessionOf('one'));
    expect(await restored).toBe(true);
    expect(world.asked).toHaveLength(1);
    expect(world.state).toMatchObject({ status: 'signed-in', accessToken: 'one', expiresAt: 601_000 });
  });

  it('shares one request among all who ask at the same time', async () => {
    const world = new World();
    world.keeper.signIn(sessionOf('one'));
    const answers = Promise.all([world.keeper.refresh(), world.keeper.refresh(), world.keeper.refresh()]);
    expect(world.asked).toHaveLength(1);
    world.asked[0]?.answer(sessionOf('two'));
    expect(await answers).toEqual([true, true, true]);
    expect(world.state).toMatchObject({ accessToken: 'two' });
  });

  it('renews the token before it ends', async () => {
    const world = new World();
    world.keeper.signIn(sessionOf('one'));
    expect([...world.timers.values()]).toEqual([540_000]);
    world.fireTimers();
    expect(world.asked).toHaveLength(1);
  });

  it('knows by the monotonic clock alone when the token is about to end', () => {
    const world = new World();
    world.keeper.signIn(sessionOf('one'));
    expect(world.keeper.isExpiring()).toBe(false);
    world.time += 580_000;
    expect(world.keeper.isExpiring()).toBe(true);
  });

  it('stays signed in when the server cannot be reached, and tries again ever more slowly', async () => {
    const world = new World();
    world.keeper.signIn(sessionOf('one'));
    for (const delay of [1_000, 2_000, 4_000]) {
      const renewal = world.keeper.refresh();
      world.asked.at(-1)?.refuse(offline());
      expect(await renewal).toBe(false);
      expect([...world.timers.values()]).toEqual([delay]);
    }
    expect(world.state).toMatchObject({ status: 'signed-in', accessToken: 'one' });
  });

  it('says why the first question could not be answered, and asks again', async () => {
    const world = new World();
    const restored = world.keeper.restore();
    world.asked[0]?.refuse(offline());
    await restored;
    expect(world.state).toMatchObject({ status: 'unknown', error: { code: 'network/offline' } });
    world.fireTimers();
    expect(world.asked).toHaveLength(2);
  });

  it('signs out when the server refuses, and says why', async () => {
    const world = new World();
    world.keeper.signIn(sessionOf('one'));
    const renewal = world.keeper.refresh();
    world.asked[0]?.refuse(refused('auth/session-ended'));
    expect(await renewal).toBe(false);
    expect(world.state).toEqual({ status: 'signed-out', reason: 'auth/session-ended' });
    expect(world.remembered).toBe(false);
    expect(world.timers.size).toBe(0);
  });

  it('gives no reason to somebody who never was signed in', async () => {
    const world = new World();
    const restored = world.keeper.restore();
    world.asked[0]?.refuse(refused());
    await restored;
    expect(world.state).toEqual({ status: 'signed-out' });
  });

  it('drops an answer that arrives after a log-out', async () => {
    const world = new World();
    world.keeper.signIn(sessionOf('one'));
    const renewal = world.keeper.refresh();
    world.keeper.signOut();
    world.asked[0]?.answer(sessionOf('two'));
    expect(await renewal).toBe(false);
    expect(world.state).toEqual({ status: 'signed-out', byUser: true });
  });

  it('tells the other tabs, without ever telling a token', () => {
    const world = new World();
    world.keeper.signIn(sessionOf('secret'));
    world.keeper.signOut();
    expect(world.told.map(({ type }) => type)).toEqual(['signed-in', 'signed-out']);
    expect(JSON.stringify(world.told)).not.toContain('secret');
  });

  it('follows a log-out in another tab, and passes it on to nobody', () => {
    const world = new World();
    world.keeper.signIn(sessionOf('one'));
    world.told.length = 0;
    world.keeper.hear({ type: 'signed-out' });
    expect(world.state).toEqual({ status: 'signed-out', byUser: true });
    expect(world.told).toEqual([]);
  });

  it('takes over who signed in in another tab, and lets the same user be', async () => {
    const world = new World();
    const other = sessionOf('other', '00000000-0000-4000-8000-000000000002');
    world.keeper.signIn(sessionOf('one'));
    world.keeper.hear({ type: 'signed-in', userId: sessionOf('one').user.id });
    expect(world.asked).toHaveLength(0);
    world.keeper.hear({ type: 'signed-in', userId: other.user.id });
    const done = world.keeper.refresh();
    world.asked[0]?.answer(other);
    await done;
    expect(world.state).toMatchObject({ status: 'signed-in', accessToken: 'other' });
  });

  it('forgets what was kept for the user at every end of a session, and hands it to nobody else', async () => {
    const { id } = sessionOf('one').user;
    const world = new World();
    world.keeper.signIn(sessionOf('one'));
    world.keeper.signOut();
    world.keeper.signIn(sessionOf('two', 'another'));
    world.keeper.hear({ type: 'signed-out' });
    world.keeper.signIn(sessionOf('three'));
    const renewal = world.keeper.refresh();
    world.asked[0]?.refuse(refused('auth/session-ended'));
    await renewal;
    expect(world.kept).toEqual([id, 'forgotten', 'another', 'forgotten', id, 'forgotten']);
  });

  it('tells its listeners of every change until they leave', () => {
    const world = new World();
    let heard = 0;
    const stop = world.keeper.subscribe(() => (heard += 1));
    world.keeper.signIn(sessionOf('one'));
    world.keeper.updateUser({ ...sessionOf('one').user, nickname: 'minji' });
    stop();
    world.keeper.signOut();
    expect(heard).toBe(2);
  });
});
