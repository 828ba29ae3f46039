import { randomUUID } from 'node:crypto';
import type { ConsultResponse, Session } from '@ieum/api-contract';
import { type Browser, type BrowserContext, type BrowserContextOptions, expect, type Page } from '@playwright/test';
import { type Account, newcomer, PASSWORD, profileOf } from './account';
import type { Caller } from './caller';
import {
  closePeerConnections,
  countReceived,
  findPath,
  keepPeerConnections,
  type PathEnd,
  type Received,
} from './peer-connections';
import type { IeumServer } from './server';

/** Somebody with a Chromium of their own. */
export class Person implements Caller {
  private constructor(
    readonly context: BrowserContext,
    readonly page: Page,
    readonly origin: string,
    readonly nickname: string,
    readonly email: string,
  ) {}

  /** A visitor who has not signed up. */
  static async visit(
    browser: Browser,
    server: Pick<IeumServer, 'origin'>,
    options: BrowserContextOptions = {},
  ): Promise<Person> {
    const context = await browser.newContext({
      baseURL: server.origin,
      locale: 'en-US',
      timezoneId: 'Asia/Seoul',
      permissions: ['camera', 'microphone'],
      ...options,
    });
    await context.addInitScript(keepPeerConnections);
    const { nickname, email } = newcomer();
    return new Person(context, await context.newPage(), server.origin, nickname, email);
  }

  static student(
    browser: Browser,
    server: Pick<IeumServer, 'origin'>,
    account: Account = {},
    options?: BrowserContextOptions,
  ) {
    return Person.signedUp(browser, server, { wants: 'get-help', ...account }, options);
  }

  static async mentor(
    browser: Browser,
    server: Pick<IeumServer, 'origin'>,
    account: Account = {},
    options?: BrowserContextOptions,
  ) {
    const mentor = await Person.signedUp(browser, server, { wants: 'help-others', ...account }, options);
    const saved = await mentor.context.request.put('/api/mentors/me/profile', {
      data: profileOf(account),
      headers: { authorization: `Bearer ${await mentor.accessToken()}` },
    });
    if (!saved.ok()) throw new Error(`The profile was refused: ${await saved.text()}`);
    return mentor;
  }

  /** Students without a browser who ask, straight over the API, in English. */
  static async manyAsk(
    server: Pick<IeumServer, 'origin'>,
    count: number,
  ): Promise<{ cancel: (index: number) => Promise<void> }> {
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
    server: Pick<IeumServer, 'origin'>,
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

  /** Asks the API as this person. @throws where it refuses */
  async api(method: 'get' | 'post' | 'put' | 'delete', path: string, data?: unknown): Promise<unknown> {
    const answer = await this.context.request[method](path, {
      headers: { authorization: `Bearer ${await this.accessToken()}` },
      ...(data === undefined ? {} : { data }),
    });
    const text = await answer.text();
    if (!answer.ok()) throw new Error(`${path} was refused: ${text}`);
    return text === '' ? undefined : JSON.parse(text);
  }

  async open(path: string): Promise<void> {
    await this.page.goto(path);
  }

  async reload(): Promise<void> {
    await this.page.reload();
  }

  async press(name: string): Promise<void> {
    await this.page.getByRole('button', { name, exact: true }).click();
  }

  async arriveAt(path: string): Promise<void> {
    await expect(this.page).toHaveURL(path);
  }

  async received(): Promise<Received> {
    return this.page.evaluate(countReceived);
  }

  async path(): Promise<readonly PathEnd[]> {
    return this.page.evaluate(findPath);
  }

  async loseConnection(): Promise<void> {
    await this.page.evaluate(closePeerConnections);
  }

  async close(): Promise<void> {
    await this.context.close();
  }
}
