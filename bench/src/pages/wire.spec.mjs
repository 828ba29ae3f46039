import { afterEach, describe, expect, it } from '@jest/globals';
import { createWire } from './wire.mjs';

const CANDIDATE = 'candidate:1 1 udp 2122260223 192.0.2.1 5000 typ host generation 0';

/** What side `b` has heard, once it is so many messages. */
function heardBy(end, count) {
  return new Promise((resolve) => {
    const heard = [];
    end.subscribe((message) => heard.push(message) === count && resolve(heard));
  });
}

describe('createWire', () => {
  afterEach(() => delete globalThis.portTo);

  it('hands over as it is what needs no network between the two', async () => {
    const wire = createWire(0);
    const heard = heardBy(wire.b, 1);
    wire.a.send({ candidate: { candidate: CANDIDATE } });
    expect(await heard).toEqual([{ candidate: { candidate: CANDIDATE } }]);
  });

  it('gives the reader a port of the network for every address of the other side', async () => {
    const asked = [];
    globalThis.portTo = async (target) => asked.push(target) && 40_000;
    const wire = createWire(0);
    const heard = heardBy(wire.b, 1);
    wire.a.send({ candidate: { candidate: CANDIDATE } });
    const [{ candidate }] = await heard;
    expect(candidate.candidate).toContain('udp 2122260223 127.0.0.1 40000 typ host');
    expect(asked).toEqual([{ host: '192.0.2.1', port: 5000, from: 'b' }]);
  });

  it('keeps the order, also where one message takes longer', async () => {
    const delays = [20, 0];
    globalThis.portTo = () => new Promise((resolve) => setTimeout(resolve, delays.shift(), 40_000));
    const wire = createWire(1);
    const heard = heardBy(wire.b, 2);
    for (const number of [1, 2]) wire.a.send({ number, candidate: CANDIDATE });
    expect((await heard).map(({ number }) => number)).toEqual([1, 2]);
  });
});
