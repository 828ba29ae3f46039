import { once } from 'node:events';
import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import { buffer } from 'node:stream/consumers';

/** A store of objects on this machine that browsers reach, too: it lets pages of `origin` read, as its bucket was told. */
export class BrowserStore {
  /** What browsers sent along. */
  readonly fetched: IncomingHttpHeaders[] = [];
  private readonly objects = new Map<string, Buffer>();
  private origin = '';

  private constructor(
    private readonly server: Server,
    readonly url: string,
  ) {}

  static async start(): Promise<BrowserStore> {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    if (!address || typeof address === 'string') throw new Error('The store has no port.');
    const store = new BrowserStore(server, `http://127.0.0.1:${address.port}`);
    server.on('request', (request, response) => void store.answer(request, response));
    return store;
  }

  get settings(): Record<string, string> {
    return {
      S3_ENDPOINT: this.url,
      S3_PUBLIC_ENDPOINT: this.url,
      S3_BUCKET: 'ieum',
      S3_ACCESS_KEY_ID: 'key',
      S3_SECRET_ACCESS_KEY: 'secret',
    };
  }

  allow(origin: string): void {
    this.origin = origin;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    this.server.close();
    await once(this.server, 'close');
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, searchParams } = new URL(request.url ?? '', this.url);
    const body = await buffer(request);
    if (request.method === 'PUT') this.objects.set(pathname, body);
    if (request.method === 'DELETE') this.objects.delete(pathname);
    if (request.method !== 'GET') return void response.writeHead(200).end();
    if (request.headers.origin !== undefined) this.fetched.push(request.headers);
    const object = this.objects.get(pathname);
    response.setHeader('access-control-allow-origin', this.origin);
    response.setHeader('content-type', searchParams.get('response-content-type') ?? 'application/octet-stream');
    response.writeHead(object ? 200 : 404).end(object);
  }
}
