import { once } from 'node:events';
import { createServer, type Server } from 'node:http';

/** What was spoken, with the times of its words, as OpenAI's audio API answers with `verbose_json`. */
const heard = (words: readonly string[]) => ({
  text: words.join(' '),
  segments: [{ id: 0, start: 0, end: words.length / 2, text: ` ${words.join(' ')}`, no_speech_prob: 0.01 }],
  words: words.map((word, index) => ({ word, start: index / 2, end: (index + 1) / 2 })),
});

/** A speech-to-text service on this machine that hears the same in everything. */
export class SpeechService {
  /** How many recordings it was sent. */
  asked = 0;

  private constructor(
    private readonly server: Server,
    readonly url: string,
  ) {}

  static async start(text: string): Promise<SpeechService> {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    if (!address || typeof address === 'string') throw new Error('The speech service has no port.');
    const service = new SpeechService(server, `http://127.0.0.1:${address.port}`);
    const answer = JSON.stringify(heard(text.split(' ')));
    server.on('request', (request, response) => {
      request.resume().on('end', () => {
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
