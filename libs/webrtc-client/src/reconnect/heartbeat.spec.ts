import { describe, expect, it } from '@jest/globals';
import { ManualClock } from '../testing';
import { Heartbeat } from './heartbeat';

function given() {
  const clock = new ManualClock();
  const world = { beats: 0, bytes: 0, asked: 0, failing: false, changes: [] as string[] };
  const heartbeat: Heartbeat = new Heartbeat({
    clock,
    beat: () => (world.beats += 1),
    bytesReceived: async () => {
      world.asked += 1;
      if (world.failing) throw new Error('closed');
      return world.bytes;
    },
    onChange: () => world.changes.push(`${heartbeat.isLost ? 'lost' : 'heard'} at ${clock.now()}`),
  });
  const hearFor = async (ms: number) => {
    for (let passed = 0; passed < ms; passed += 500) {
      await clock.advance(500);
      heartbeat.heard();
    }
  };
  heartbeat.start();
  return { clock, world, heartbeat, hearFor };
}

describe('Heartbeat', () => {
  it('beats twice a second and asks nothing while it is answered', async () => {
    const { world, heartbeat, hearFor } = given();
    await hearFor(10_000);
    expect(world).toMatchObject({ beats: 20, asked: 0, changes: [] });
    expect(heartbeat.isLost).toBe(false);
  });

  it('notices silence within two seconds, and the first beat after it', async () => {
    const { clock, world, heartbeat, hearFor } = given();
    await hearFor(1_000);
    await clock.advance(2_000);
    expect(world.changes).toEqual(['lost at 3000']);
    await clock.advance(700);
    heartbeat.heard();
    expect(world.changes).toEqual(['lost at 3000', 'heard at 3700']);
  });

  it('knows whether the other side was heard of a moment ago', async () => {
    const { clock, heartbeat } = given();
    expect(heartbeat.isHeard).toBe(false);
    await clock.advance(1_000);
    heartbeat.heard();
    await clock.advance(1_499);
    expect(heartbeat.isHeard).toBe(true);
    await clock.advance(1);
    expect(heartbeat.isHeard).toBe(false);
    heartbeat.heard();
    heartbeat.stop();
    expect(heartbeat.isHeard).toBe(false);
  });

  it('needs no beat of its own to be due for that', async () => {
    const { clock, world, heartbeat, hearFor } = given();
    await hearFor(1_000);
    await clock.advance(20);
    heartbeat.heard();
    await clock.advance(2_480);
    expect(world.changes).toEqual(['lost at 3020']);
  });

  it('expects nothing of a side that never beat', async () => {
    const { clock, heartbeat } = given();
    await clock.advance(60_000);
    expect(heartbeat.isLost).toBe(false);
  });

  it('takes any byte that comes in for a beat', async () => {
    const { clock, world, heartbeat, hearFor } = given();
    await hearFor(500);
    for (let tick = 0; tick < 20; tick += 1) {
      world.bytes += 100;
      await clock.advance(500);
    }
    expect(heartbeat.isLost).toBe(false);
    await clock.advance(2_500);
    expect(heartbeat.isLost).toBe(true);
    world.bytes += 1;
    await clock.advance(500);
    expect(heartbeat.isLost).toBe(false);
  });

  it('takes a connection that cannot be asked for silent', async () => {
    const { clock, world, heartbeat, hearFor } = given();
    world.failing = true;
    await hearFor(500);
    await clock.advance(2_500);
    expect(heartbeat.isLost).toBe(true);
  });

  it('gives the other side a second after a sleep, no more', async () => {
    const { clock, heartbeat, hearFor } = given();
    await hearFor(500);
    await clock.advance(1_400);
    heartbeat.woke();
    await clock.advance(600);
    expect(heartbeat.isLost).toBe(false);
    await clock.advance(500);
    expect(heartbeat.isLost).toBe(true);
  });

  it('starts anew on another connection, and stops for good', async () => {
    const { clock, world, heartbeat, hearFor } = given();
    await hearFor(500);
    await clock.advance(3_000);
    heartbeat.start();
    expect(heartbeat.isLost).toBe(false);
    await clock.advance(10_000);
    expect(heartbeat.isLost).toBe(false);
    heartbeat.stop();
    expect(clock.pending).toBe(0);
    expect(world.changes).toHaveLength(1);
  });
});
