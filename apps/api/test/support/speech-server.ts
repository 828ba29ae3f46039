import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';

/** What it does with a recording. */
export type SpeechAnswer =
  | { readonly status: number; readonly body: unknown; readonly headers?: Readonly<Record<string, string>> }
  /** Takes it and never says a word. */
  | 'nothing'
  /** Breaks the connection once it has everything. */
  | 'reset'
  /** Begins an answer and never ends it. */
  | 'endless';

/** A recording as it arrived. */
export interface HeardRecording {
  readonly authorization: string | undefined;
  readonly fields: readonly (readonly [name: string, value: string])[];
  readonly file: { readonly name: string; readonly type: string; readonly body: Buffer };
}

/** A speech-to-text service that speaks OpenAI's audio API over HTTP, and says what a test tells it to. */
export class SpeechServer {
  readonly heard: HeardRecording[] = [];
  /** Everything that was asked, with its method. */
  readonly asked: string[] = [];
  /** What it has, as `GET /v1/models` lists it; `undefined`: it has no such list. */
  models: readonly string[] | undefined = ['Systran/faster-whisper-small'];
  /** The key it wants. */
  key: string | undefined;
  private readonly answers: SpeechAnswer[] = [];

  private constructor(
    private readonly server: Server,
    readonly url: string,
  ) {}

  static async start(): Promise<SpeechServer> {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    if (!address || typeof address === 'string') throw new Error('The speech service has no port.');
    const speech = new SpeechServer(server, `http://127.0.0.1:${address.port}`);
    server.on('request', (request, response) => void speech.answer(request, response));
    return speech;
  }

  /** What it answers next, one after the other. */
  says(...answers: SpeechAnswer[]): void {
    this.answers.push(...answers);
  }

  async stop(): Promise<void> {
    this.server.close();
    this.server.closeAllConnections();
    await once(this.server, 'close');
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    this.asked.push(`${request.method} ${request.url}`);
    if (this.key && request.headers.authorization !== `Bearer ${this.key}`) {
      return send(response, 401, { error: { message: `wrong key: ${request.headers.authorization}` } });
    }
    if (request.url === '/v1/models' && this.models) {
      return send(response, 200, { object: 'list', data: this.models.map((id) => ({ id, object: 'model' })) });
    }
    if (request.method !== 'POST' || request.url !== '/v1/audio/transcriptions') {
      return send(response, 404, { detail: 'Not Found' });
    }
    this.heard.push(await parse(request));
    const answer = this.answers.shift();
    if (!answer) throw new Error('It was not told what to say.');
    if (answer === 'nothing') return;
    if (answer === 'reset') return void request.socket.resetAndDestroy();
    if (answer === 'endless') return flood(response);
    send(response, answer.status, answer.body, answer.headers);
  }
}

/** `multipart/form-data` by the same parser that browsers' `Response.formData()` is. */
async function parse(request: IncomingMessage): Promise<HeardRecording> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const headers = { 'content-type': request.headers['content-type'] ?? '' };
  const form = await new Response(Buffer.concat(chunks), { headers }).formData();
  const file = form.get('file');
  if (!(file instanceof File)) throw new Error('There was no file.');
  return {
    authorization: request.headers.authorization,
    fields: [...form.entries()].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value] as const] : [])),
    file: { name: file.name, type: file.type, body: Buffer.from(await file.arrayBuffer()) },
  };
}

function send(response: ServerResponse, status: number, body: unknown, headers: object = {}): void {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(text);
}

function flood(response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'application/json' });
  response.write('{"text":"');
  const more = 'canary '.repeat(20_000);
  const go = (): void => {
    while (!response.destroyed && response.write(more));
  };
  response.on('drain', go);
  go();
}
