import { createSocket } from 'node:dgram';
import { Link } from './link.mjs';

/**
 * The proxy itself, in a process of its own so that a busy test cannot make its packets late.
 * Each exposed target has a port; each client of that port has a socket of its own towards the target, as behind a NAT.
 */
const [seed = '1'] = process.argv.slice(2);
const links = { aToB: new Link(Number(seed)), bToA: new Link(Number(seed) + 1) };
/** @type {Set<Map<string, { socket: import('node:dgram').Socket, open: () => import('node:dgram').Socket }>>} */
const doors = new Set();

/** Lets side `from` reach `target` on the other side. */
async function expose({ host, port, from }) {
  const [there, back] = from === 'a' ? [links.aToB, links.bToA] : [links.bToA, links.aToB];
  const door = createSocket('udp4');
  const clients = new Map();
  doors.add(clients);
  door.on('message', (packet, client) => {
    const key = `${client.address}:${client.port}`;
    const open = () => {
      const socket = createSocket(host.includes(':') ? 'udp6' : 'udp4');
      socket.on('message', (answer) => {
        back.send(answer.length, () => door.send(answer, client.port, client.address));
      });
      socket.on('error', nobodyThere);
      return socket;
    };
    if (!clients.has(key)) clients.set(key, { open, socket: open() });
    there.send(packet.length, () => clients.get(key).socket.send(packet, port, host));
  });
  door.on('error', nobodyThere);
  await new Promise((bound) => door.bind(0, '127.0.0.1', bound));
  return door.address().port;
}

/** UDP promises nothing: a packet to a port that is closed by now is a lost packet. */
function nobodyThere(error) {
  if (error.code !== 'ECONNREFUSED') throw error;
}

/** From now on every target sees packets from sockets it has never heard of; the old ones are dead. */
function changeAddress() {
  for (const clients of doors) {
    for (const client of clients.values()) {
      client.socket.close();
      client.socket = client.open();
    }
  }
}

const commands = {
  expose,
  changeAddress,
  set: ({ direction, faults }) => links[direction].set(faults),
  traffic: () => ({ aToB: links.aToB.traffic, bToA: links.bToA.traffic }),
};

process.on('message', async ({ id, name, argument }) => {
  process.send({ id, answer: await commands[name](argument) });
});
process.on('disconnect', () => process.exit());
process.send({ id: 0 });
