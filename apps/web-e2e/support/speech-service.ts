import { once } from 'node:events';
import { createServer, type Server } from 'node:http';

const SILENCE = '…';

/** What was spoken, with the times of its words, as OpenAI's audio API answers with `verbose_json`. */
function heard(said: readonly string[]) {
  const words = said
    .map((word, index) => ({ word, start: index / 2, end: (index + 1) / 2 }))
    .filter(({ word }) => word !== SILENCE);
  const text = words.map(({ word }) => word).join(' ');
  return { text, segments: [{ id: 0, start: 0, end: said.length / 2, text: ` ${text}`, no_speech_prob: 0.01 }], words };
}

/**
 * A speech-to-text service on this machine that hears each text once, in their order, and the last of them in everything else.
 * A word takes half a second, and so does each "…" of silence.
 */
export class SpeechService {
  /** How many recordings it was sent. */
  asked = 0;

  private constructor(
    private readonly server: Server,
    readonly url: string,
  ) {}

  static async start(...texts: readonly [string, ...string[]]): Promise<SpeechService> {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    if (!address || typeof address === 'string') throw new Error('The speech service has no port.');
    const service = new SpeechService(server, `http://127.0.0.1:${address.port}`);
    const answers = texts.map((text) => JSON.stringify(heard(text.split(' '))));
    server.on('request', (request, response) => {
      request.resume().on('end', () => {
        const answer = answers[service.asked] ?? answers.at(-1);
        if (request.method === 'POST') service.asked += 1;
        response.writeHead(200, { 'content-type': 'application/json' }).end(answer);
      });
    });
    return service;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    this.server.close();
    await once(this.server, 'close');
  }
}
