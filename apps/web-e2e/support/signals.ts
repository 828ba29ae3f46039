import type { Page } from '@playwright/test';

/** A candidate (RFC 8839 §5.1), in a candidate of its own as in an SDP. */
const CANDIDATE = /candidate:\S+ \d+ (?:udp|tcp) .*?typ (\w+)/gi;

const OFFER = /"signal:description".*"type":"offer"/s;

/** Whose description it is, and which of theirs (RFC 8866 §5.2). */
const ORIGIN = /o=\S+ \d+ \d+/;

/** Keeps what two people tell each other about how to be reached, as it goes through one of their pages. */
export class SignalRecord {
  #text = '';
  readonly #offersReceived = new Set<string>();

  /** To be made before the page connects to the server. */
  constructor({ page }: { readonly page: Page }) {
    const keep = ({ payload }: { payload: string | Buffer }) => {
      // Also an offer that waits with its request, and comes with the accept.
      if (payload.includes('"signal:') || payload.includes('"offer":')) this.#text += `${payload.toString()}\n`;
    };
    page.on('websocket', (socket) => {
      socket.on('framesent', keep);
      socket.on('framereceived', keep);
      socket.on('framereceived', ({ payload }) => {
        const text = payload.toString();
        if (OFFER.test(text)) this.#offersReceived.add(ORIGIN.exec(text)?.[0] ?? text);
      });
    });
  }

  get text(): string {
    return this.#text;
  }

  /** How many offers (RFC 8829) reached this page; one that is repeated, since nobody answered it yet, is one. */
  get offersReceived(): number {
    return this.#offersReceived.size;
  }

  /** `host`, `srflx`, `prflx` or `relay`, one for each candidate that was told. */
  get candidateTypes(): string[] {
    return [...this.#text.matchAll(CANDIDATE)].map(([, type = '']) => type);
  }
}
