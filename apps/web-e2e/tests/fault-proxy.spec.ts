import { expect, test } from '@playwright/test';
import { FaultProxy } from '../support/fault-proxy/fault-proxy';
import { UdpEnd } from '../support/fault-proxy/udp-end';

let proxy: FaultProxy;
let near: UdpEnd;
let far: UdpEnd;
/** Where `near` reaches `far`. */
let port: number;
test.beforeEach(async () => {
  proxy = await FaultProxy.start();
  near = await UdpEnd.open();
  far = await UdpEnd.open();
  port = await proxy.expose({ host: '127.0.0.1', port: far.port, from: 'a' });
});
test.afterEach(async () => {
  near.close();
  far.close();
  await proxy.stop();
});

const names = (count: number) => Array.from({ length: count }, (_, index) => `${index}`);

test('what nobody spoils arrives, both ways', async () => {
  near.send('there', port);
  const [there] = await far.received(1);
  expect(there?.text).toBe('there');
  far.send('back', there?.fromPort ?? 0);
  expect(await near.received(1)).toMatchObject([{ text: 'back', fromPort: port }]);
});

test('each direction has a delay of its own, and packets stay in order whatever the jitter', async () => {
  await proxy.set({ delayMs: 200, jitterMs: 60 }, ['aToB']);
  const sent = performance.now();
  for (const name of names(50)) near.send(name, port);
  const arrivals = await far.received(50);
  expect(far.texts).toEqual(names(50));
  expect(arrivals[0]?.atMs).toBeGreaterThanOrEqual(sent + 200);
  expect((arrivals[49]?.atMs ?? 0) - sent).toBeGreaterThan(240);
  const answered = performance.now();
  far.send('back', arrivals[0]?.fromPort ?? 0);
  const [back] = await near.received(1);
  expect((back?.atMs ?? Infinity) - answered).toBeLessThan(200);
});

test('the seed decides which packets are lost', async () => {
  const lostWith = async (seed: number) => {
    const seeded = await FaultProxy.start({ seed });
    const door = await seeded.expose({ host: '127.0.0.1', port: far.port, from: 'a' });
    await seeded.set({ loss: 0.3 });
    const before = far.arrivals.length;
    for (const name of names(200)) near.send(name, door);
    await expect.poll(async () => (await seeded.traffic()).aToB.packets).toBe(200);
    const { delivered, lost } = (await seeded.traffic()).aToB;
    await far.received(before + delivered);
    await seeded.stop();
    expect(delivered + lost).toBe(200);
    return far.texts.slice(before);
  };
  const first = await lostWith(7);
  expect(first.length).toBeGreaterThan(110);
  expect(first.length).toBeLessThan(170);
  expect(await lostWith(7)).toEqual(first);
  expect(await lostWith(8)).not.toEqual(first);
});

test('a narrow link makes packets wait for each other and loses what does not fit its queue', async () => {
  // 1,000 bytes are 400 ms.
  await proxy.set({ bitsPerSecond: 20_000, queueBytes: 5000 }, ['aToB']);
  const sent = performance.now();
  for (const name of names(20)) near.send(name, port, 1000);
  const arrivals = await far.received(5);
  expect((arrivals[4]?.atMs ?? 0) - sent).toBeGreaterThanOrEqual(1_950);
  near.send('later', port);
  await far.received(6);
  expect(far.texts).toEqual(['0', '1', '2', '3', '4', 'later']);
  expect((await proxy.traffic()).aToB).toMatchObject({ packets: 21, lost: 15, delivered: 6 });
});

test('a black-out loses everything, also what is under way, until it is lifted', async () => {
  await proxy.set({ delayMs: 60_000 });
  near.send('under way', port);
  await expect.poll(async () => (await proxy.traffic()).aToB.packets).toBe(1);
  await proxy.set({ blackOut: true });
  near.send('into the dark', port);
  await expect.poll(async () => (await proxy.traffic()).aToB.lost).toBe(2);
  await proxy.set({ blackOut: false, delayMs: 0 });
  near.send('light', port);
  await far.received(1);
  expect(far.texts).toEqual(['light']);
});

test('after a change of address the far side sees a stranger, whose answers find their way', async () => {
  near.send('one', port);
  await far.received(1);
  await proxy.changeAddress();
  near.send('two', port);
  const [one, two] = await far.received(2);
  expect(two?.fromPort).not.toBe(one?.fromPort);
  far.send('to the dead address', one?.fromPort ?? 0);
  far.send('to the new one', two?.fromPort ?? 0);
  await near.received(1);
  expect(near.texts).toEqual(['to the new one']);
});
