import { once } from 'node:events';
import { createServer, type Server } from 'node:http';

interface Attribute {
  readonly key: string;
  readonly value: Readonly<Record<string, unknown>>;
}

interface OtlpSpan {
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId?: string;
  readonly name: string;
  readonly status: { readonly code?: number };
  readonly attributes: readonly Attribute[];
}

interface OtlpBody {
  readonly resourceSpans: readonly { readonly scopeSpans: readonly { readonly spans: readonly OtlpSpan[] }[] }[];
}

export interface CollectedSpan extends Omit<OtlpSpan, 'attributes'> {
  readonly attributes: Readonly<Record<string, unknown>>;
}

/** Takes what a node tells of its requests, as a collector would: OTLP 1.x as JSON over HTTP. */
export class Collector {
  /** Everything that came, as it was sent. */
  text = '';
  readonly spans: CollectedSpan[] = [];

  private constructor(
    private readonly server: Server,
    readonly url: string,
  ) {}

  static async start(): Promise<Collector> {
    const server = createServer();
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    if (!address || typeof address === 'string') throw new Error('The collector has no port.');
    const collector = new Collector(server, `http://127.0.0.1:${address.port}`);
    server.on('request', (request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        if (request.method === 'POST' && request.url === '/v1/traces') collector.take(Buffer.concat(chunks).toString());
        response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
      });
    });
    return collector;
  }

  async stop(): Promise<void> {
    this.server.close();
    this.server.closeAllConnections();
    await once(this.server, 'close');
  }

  /** Of one request, with what it asked of the database. */
  traceOf(name: string): { request: CollectedSpan; below: CollectedSpan[] } {
    const request = this.spans.find((span) => span.name === name);
    if (!request) throw new Error(`No ${name} among ${this.spans.map((span) => span.name).join(', ')}`);
    return { request, below: this.spans.filter(({ parentSpanId }) => parentSpanId === request.spanId) };
  }

  private take(text: string): void {
    this.text += text;
    for (const { scopeSpans } of (JSON.parse(text) as OtlpBody).resourceSpans) {
      for (const span of scopeSpans.flatMap(({ spans }) => spans)) {
        const attributes = span.attributes.map(({ key, value }) => [key, Object.values(value)[0]] as const);
        this.spans.push({ ...span, attributes: Object.fromEntries(attributes) });
      }
    }
  }
}
