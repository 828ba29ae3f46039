import { randomInt, randomUUID } from 'node:crypto';
import type { AgeBand, ConsultResponse, MentorProfileInput, Session, Wants } from '@ieum/api-contract';
import { KINDS, LANGUAGES, TOPICS } from '@ieum/signaling-protocol';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from '@playwright/test';
import type { IeumServer } from './server';

export const PASSWORD = 'paper-boat-on-the-han-river';

/** Keeps every peer connection that the page makes, so that a test can ask what really arrived. */
const keepPeerConnections = () => {
  const made: RTCPeerConnection[] = [];
  Object.assign(window, { peerConnections: made });
  window.RTCPeerConnection = class extends RTCPeerConnection {
    constructor(configuration?: RTCConfiguration) {
      super(configuration);
      made.push(this);
    }
  };
};

interface Account {
  readonly nickname?: string;
  readonly ageBand?: AgeBand;
  readonly wants?: Wants;
  /** Mentors: what they offer; everything by default. */
  readonly profile?: Partial<MentorProfileInput>;
}

/** What one side of a call has received so far. */
export interface Received {
  readonly frames: number;
  readonly audioEnergy: number;
  readonly audioPackets: number;
  readonly connections: number;
}

/** Somebody with a browser of their own. */
export class Person {
  private constructor(
    readonly context: BrowserContext,
    readonly page: Page,
    readonly origin: string,
    readonly nickname: string,
    readonly email: string,
  ) {}

  /** A visitor who has not signed up. */
  static async visit(browser: Browser, server: IeumServer, options: BrowserContextOptions = {}): Promise<Person> {
    const context = await browser.newContext({
      baseURL: server.origin,
      locale: 'en-US',
      timezoneId: 'Asia/Seoul',
      permissions: ['camera', 'microphone'],
      ...options,
    });
    await context.addInitScript(keepPeerConnections);
    const nickname = `Person ${randomInt(1e6)}`;
    return new Person(context, await context.newPage(), server.origin, nickname, `${randomUUID()}@example.org`);
  }

  static student(browser: Browser, server: IeumServer, account: Account = {}, options?: BrowserContextOptions) {
    return Person.signedUp(browser, server, { wants: 'get-help', ...account }, options);
  }

  static async mentor(browser: Browser, server: IeumServer, account: Account = {}, options?: BrowserContextOptions) {
    const mentor = await Person.signedUp(browser, server, { wants: 'help-others', ...account }, options);
    const profile: MentorProfileInput = {
      kinds: [...KINDS],
      topics: [...TOPICS],
      languages: [...LANGUAGES],
      line: 'Glad to help',
      ...account.profile,
    };
    const saved = await mentor.context.request.put('/api/mentors/me/profile', {
      data: profile,
      headers: { authorization: `Bearer ${await mentor.accessToken()}` },
    });
    if (!saved.ok()) throw new Error(`The profile was refused: ${await saved.text()}`);
    return mentor;
  }

  /** Students without a browser who ask, straight over the API, in English. */
  static async manyAsk(server: IeumServer, count: number): Promise<{ cancel: (index: number) => Promise<void> }> {
    const made: { token: string; consultId: string }[] = [];
    const post = async (path: string, token: string | undefined, body: unknown): Promise<unknown> => {
      const answer = await fetch(`${server.origin}${path}`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          ...(token ? { authorization: `Bearer ${token}` } : {}),
          // Each from an address of their own, as people are.
          'x-forwarded-for': `203.0.113.${made.length}`,
        },
        body: JSON.stringify(body),
      });
      if (!answer.ok) throw new Error(`${path} was refused: ${await answer.text()}`);
      return answer.json();
    };
    for (let i = 0; i < count; i += 1) {
      const { accessToken } = (await post('/api/auth/register', undefined, {
        email: `${randomUUID()}@example.org`,
        nickname: `Student ${i}`,
        password: PASSWORD,
        ageBand: '19-to-24',
        wants: 'get-help',
      })) as Session;
      const request = {
        requestId: randomUUID(),
        kind: 'tutoring',
        topic: 'math',
        message: `Question ${i}`,
        language: 'en',
      };
      const { consult } = (await post('/api/consults', accessToken, request)) as ConsultResponse;
      made.push({ token: accessToken, consultId: consult.id });
    }
    return {
      cancel: async (index) => {
        const one = made[index];
        if (one) await post(`/api/consults/${one.consultId}/cancel`, one.token, {});
      },
    };
  }

  private static async signedUp(
    browser: Browser,
    server: IeumServer,
    { nickname, ageBand = '19-to-24', wants = 'get-help' }: Account,
    options?: BrowserContextOptions,
  ): Promise<Person> {
    const visitor = await Person.visit(browser, server, options);
    const person = new Person(
      visitor.context,
      visitor.page,
      server.origin,
      nickname ?? visitor.nickname,
      visitor.email,
    );
    const answer = await person.context.request.post('/api/auth/register', {
      data: { email: person.email, nickname: person.nickname, password: PASSWORD, ageBand, wants },
    });
    if (!answer.ok()) throw new Error(`The registration was refused: ${await answer.text()}`);
    return person;
  }

  /** A token of this person's session, for what a test does beside the page. */
  async accessToken(): Promise<string> {
    const answer = await this.context.request.post('/api/auth/refresh');
    const { accessToken } = (await answer.json()) as Session;
    return accessToken;
  }

  /** Asks the API as this person. */
  async api(method: 'get' | 'post' | 'put' | 'delete', path: string, data?: unknown): Promise<unknown> {
    const answer = await this.context.request[method](path, {
      headers: { authorization: `Bearer ${await this.accessToken()}` },
      ...(data === undefined ? {} : { data }),
    });
    const text = await answer.text();
    return text === '' ? undefined : JSON.parse(text);
  }

  /** What this side's peer connections have received, all of them together. */
  async received(): Promise<Received> {
    return this.page.evaluate(async () => {
      const { peerConnections } = window as unknown as { peerConnections: RTCPeerConnection[] };
      const total = { frames: 0, audioEnergy: 0, audioPackets: 0, connections: 0 };
      for (const connection of peerConnections.filter((each) => each.connectionState !== 'closed')) {
        total.connections += 1;
        for (const report of (await connection.getStats()).values() as IterableIterator<
          Record<string, number | string>
        >) {
          if (report['type'] !== 'inbound-rtp') continue;
          if (report['kind'] === 'video') total.frames += Number(report['framesDecoded'] ?? 0);
          if (report['kind'] === 'audio') {
            total.audioEnergy += Number(report['totalAudioEnergy'] ?? 0);
            total.audioPackets += Number(report['packetsReceived'] ?? 0);
          }
        }
      }
      return total;
    });
  }

  async close(): Promise<void> {
    await this.context.close();
  }
}
