import type { IceServersResponse } from '@ieum/api-contract';
import type { Page } from '@playwright/test';
import type { FaultProxy } from './fault-proxy';

interface Person {
  readonly page: Page;
}

/** A UDP candidate without a relay (RFC 8839 §5.1), in a candidate of its own as in an SDP. */
const DIRECT = /(candidate:\S+ \d+ udp \d+) (\S+) (\d+) (typ (?:host|srflx|prflx))/gi;

/**
 * Sends the direct call of two people, sides `a` and `b`, through the bad network: whatever address of the other one a
 * page is told is a port of the proxy. To be called before their pages connect to the server.
 */
export async function putBetween(proxy: FaultProxy, a: Person, b: Person): Promise<void> {
  const ports = new Map<string, Promise<number>>();
  const portTo = (host: string, port: string, from: 'a' | 'b'): Promise<number> => {
    const key = `${from} ${host} ${port}`;
    const exposed = ports.get(key) ?? proxy.expose({ host, port: Number(port), from });
    ports.set(key, exposed);
    return exposed;
  };
  await rewriteSignals(a, (host, port) => portTo(host, port, 'a'));
  await rewriteSignals(b, (host, port) => portTo(host, port, 'b'));
}

async function rewriteSignals({ page }: Person, portTo: (host: string, port: string) => Promise<number>) {
  const rewrite = async (frame: string): Promise<string> => {
    let rewritten = frame;
    for (const [line, head, host = '', port = '', tail] of frame.matchAll(DIRECT)) {
      rewritten = rewritten.replace(line, `${head} 127.0.0.1 ${await portTo(host, port)} ${tail}`);
    }
    return rewritten;
  };
  await page.routeWebSocket(/socket\.io/, (socket) => {
    let delivered = Promise.resolve();
    socket.connectToServer().onMessage((frame) => {
      // One after the other: signals must not change places because of us.
      delivered = delivered.then(async () => socket.send(typeof frame === 'string' ? await rewrite(frame) : frame));
    });
  });
}

/**
 * Puts the bad network between one person, side `a`, and the TURN server, side `b`, and leaves no other way to it.
 * To be called before the person enters a room.
 */
export async function putBeforeRelay(proxy: FaultProxy, { page }: Person, turnPort: number): Promise<void> {
  const port = await proxy.expose({ host: '127.0.0.1', port: turnPort, from: 'a' });
  await page.route('**/ice-servers', async (route) => {
    const response = await route.fetch();
    const answer = (await response.json()) as IceServersResponse;
    const iceServers = answer.iceServers.map((each) => ({ ...each, urls: [`turn:127.0.0.1:${port}?transport=udp`] }));
    await route.fulfill({ response, json: { ...answer, iceServers } });
  });
}
