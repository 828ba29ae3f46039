import { once } from 'node:events';
import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  request as requestHttp,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';

type Answer = (request: IncomingMessage, response: ServerResponse, pass: (body?: Buffer) => void) => void;

interface Asked {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
}

/** As a store of objects refuses something. */
export function refuse(response: ServerResponse, status: number, code: string): void {
  // Whatever is still on its way is not read.
  response.writeHead(status, { 'content-type': 'application/xml', connection: 'close' });
  response.end(`<Error><Code>${code}</Code><Message>canary</Message></Error>`);
}

/** Stands in front of a server: notes what is asked, and answers in its place where it is told to. */
export class S3Front {
  readonly asked: Asked[] = [];

  private constructor(
    private readonly server: Server,
    public answer: Answer,
  ) {}

  static async before(
    behind: number,
    { port = 0, answer = (_request, _response, pass) => pass() }: { port?: number; answer?: Answer } = {},
  ): Promise<S3Front> {
    const server = createServer();
    const front = new S3Front(server, answer);
    server.on('request', (request: IncomingMessage, response: ServerResponse) => {
      const { method = '', url = '', headers } = request;
      front.asked.push({ method, url, headers });
      front.answer(request, response, (body) => {
        // With the name that was asked for: it is part of what was signed.
        const passed = requestHttp({ host: '127.0.0.1', port: behind, method, path: url, headers, agent: false });
        passed.on('error', () => response.destroy());
        passed.on('response', (answer) => {
          response.writeHead(answer.statusCode ?? 500, answer.headers);
          answer.pipe(response);
        });
        if (body) passed.end(body);
        else request.pipe(passed);
      });
    });
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
    return front;
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    this.server.close();
    await once(this.server, 'close');
  }
}
