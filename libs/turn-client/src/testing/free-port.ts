import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { createServer } from 'node:net';

/** A port of 127.0.0.1 that nobody listens on, neither by TCP nor by UDP. */
export async function freePort(): Promise<number> {
  const tcp = createServer().listen(0, '127.0.0.1');
  await once(tcp, 'listening');
  const address = tcp.address();
  if (!address || typeof address === 'string') throw new Error('The probe got no port.');
  const udp = createSocket('udp4');
  const free = await new Promise<boolean>((answer) => {
    udp.once('error', () => answer(false));
    udp.bind(address.port, '127.0.0.1', () => answer(true));
  });
  udp.close();
  tcp.close();
  await once(tcp, 'close');
  return free ? address.port : freePort();
}
