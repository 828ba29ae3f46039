import type { ConsultResponse, CreateConsultRequest } from '@ieum/api-contract';
import { type Browser, type BrowserContextOptions, expect, type Page, test } from '@playwright/test';
import type { Account } from './account';
import { expectMediaToFlow, meet } from './call';
import { Person } from './person';
import { IeumServer } from './server';

/** A connection that broke; the page itself reports it. */
const REPORTED = /^peer session: /;
/** Playwright's own trace fetches pictures that are broken. */
const TRACE_READS_PICTURE = /^Connecting to 'blob:/;

export interface RoomOptions {
  /** Of the student's browser. */
  readonly look?: BrowserContextOptions;
  /** The student's, where it is another one. */
  readonly studentBrowser?: Browser;
  readonly mentor?: Account;
  readonly student?: Account;
  /** Before the student's page opens. */
  readonly prepare?: (page: Page) => Promise<unknown>;
}

/** The rooms of a file of tests, on a server of their own. */
export class Rooms {
  #server: IeumServer | null = null;
  readonly #expected: RegExp | undefined;
  readonly #troubles: string[] = [];

  constructor(expected?: RegExp) {
    this.#expected = expected;
  }

  get server(): IeumServer {
    if (!this.#server) throw new Error('The server runs while tests do');
    return this.#server;
  }

  async start(): Promise<void> {
    this.#server = await IeumServer.start();
  }

  async stop(): Promise<void> {
    await this.#server?.stop();
  }

  /** What must never happen: something that somebody wrote runs, the page's policy is broken, or others are asked. */
  takeTroubles(): string[] {
    return this.#troubles.splice(0);
  }

  watch(page: Page): void {
    page.on('dialog', (dialog) => this.#troubles.push(`a dialog: ${dialog.message()}`));
    page.on('pageerror', ({ message, stack }) => {
      if (!REPORTED.test(message) && !this.#expected?.test(message)) this.#troubles.push(stack ?? message);
    });
    page.on('console', (message) => {
      const text = message.text();
      if (/content security policy/i.test(text) && !TRACE_READS_PICTURE.test(text)) this.#troubles.push(text);
    });
    page.on('request', (request) => {
      const { protocol, origin } = new URL(request.url());
      const isOwn = ['data:', 'blob:'].includes(protocol) || origin === this.server.origin;
      if (!isOwn) this.#troubles.push(`asked: ${request.url()}`);
    });
  }

  /** A student and a mentor, who are watched and have opened nothing yet. */
  async people(browser: Browser, options: RoomOptions = {}) {
    const mentor = await Person.mentor(browser, this.server, options.mentor);
    const student = await Person.student(options.studentBrowser ?? browser, this.server, options.student, options.look);
    for (const { page } of [student, mentor]) this.watch(page);
    await options.prepare?.(student.page);
    const close = async () => {
      await student.close();
      await mentor.close();
    };
    return { student, mentor, pages: [student.page, mentor.page] as const, close };
  }

  /** Two people in a call. */
  async call(browser: Browser, options: RoomOptions = {}) {
    const people = await this.people(browser, options);
    const consultId = await meet(people.student, people.mentor);
    await expectMediaToFlow(people.student, people.mentor);
    return { ...people, consultId };
  }

  /** Two people in a call of which nothing is kept. */
  async counselling(browser: Browser) {
    const people = await this.people(browser);
    const { student, mentor } = people;
    await this.server.approve(mentor.email);
    const request: CreateConsultRequest = {
      requestId: crypto.randomUUID(),
      kind: 'counselling',
      topic: 'mood',
      message: 'I would like to talk',
      language: 'en',
    };
    const { consult } = (await student.api('post', '/api/consults', request)) as ConsultResponse;
    await student.open(`/wait/${consult.id}`);
    await mentor.open('/live');
    // The mentor knows them by another name.
    await mentor.page.getByRole('button', { name: /^Accept the request of / }).click();
    for (const person of [student, mentor]) {
      await person.arriveAt(`/room/${consult.id}`);
      await person.press('Call all the same');
    }
    await expectMediaToFlow(student, mentor);
    return { ...people, consultId: consult.id };
  }
}

/** For a file of tests. `expected`: what its pages report beside broken connections. */
export function setUpRooms(expected?: RegExp): Rooms {
  const rooms = new Rooms(expected);
  test.beforeAll(() => rooms.start());
  test.afterAll(() => rooms.stop());
  test.afterEach(() => expect(rooms.takeTroubles()).toEqual([]));
  return rooms;
}
