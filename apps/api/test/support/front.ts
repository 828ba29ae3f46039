import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';

/** What stands before several nodes: each connection goes to the next of them that takes it, as through a proxy. */
export class Front {
  private readonly open = new Set<Socket>();
  private next = 0;

  private constructor(
    private readonly server: Server,
    readonly url: string,
    /** Addresses of the nodes, which may come and go. */
    readonly targets: Set<string>,
  ) {}

  static async before(targets: readonly string[]): Promise<Front> {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    if (!address || typeof address === 'string') throw new Error('There was no port.');
    const front = new Front(server, `http://127.0.0.1:${address.port}`, new Set(targets));
    server.on('connection', (client) => void front.passOn(client));
    return front;
  }

  async close(): Promise<void> {
    for (const socket of this.open) socket.destroy();
    this.server.close();
    await once(this.server, 'close');
  }

  private async passOn(client: Socket): Promise<void> {
    this.keep(client);
    const targets = [...this.targets];
    this.next += 1;
    for (let tried = 0; tried < targets.length; tried += 1) {
      const node = await dial(targets[(this.next + tried) % targets.length] ?? '');
      if (!node) continue;
      this.keep(node);
      // Either end's last bytes are passed on before the other is ended.
      client.pipe(node).pipe(client);
      client.once('error', () => node.destroy());
      node.once('error', () => client.destroy());
      return;
    }
    client.destroy();
  }

  private keep(socket: Socket): void {
    this.open.add(socket);
    socket.on('error', () => socket.destroy());
    socket.once('close', () => this.open.delete(socket));
  }
}

function dial(url: string): Promise<Socket | undefined> {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  return new Promise((resolve) => {
    socket.once('connect', () => resolve(socket));
    socket.once('error', () => resolve(undefined));
  });
}
