import type { Browser, BrowserContextOptions, Page } from '@playwright/test';
import type { Account } from './account';
import { expectMediaToFlow, meet } from './call';
import { Person } from './person';
import type { IeumServer } from './server';

/** Playwright's own trace fetches pictures. */
const TRACE_READS_PICTURE = /^Connecting to 'blob:/;

/** What must never happen: something that somebody wrote runs, or the policy of the page is broken. */
export class Troubles {
  readonly #found: string[] = [];

  watch(page: Page): void {
    page.on('dialog', (dialog) => this.#found.push(`a dialog: ${dialog.message()}`));
    page.on('pageerror', ({ message }) => message.startsWith('peer session: ') || this.#found.push(message));
    page.on('console', (message) => {
      const text = message.text();
      if (/content security policy/i.test(text) && !TRACE_READS_PICTURE.test(text)) this.#found.push(text);
    });
  }

  /** All there were since they were taken last. */
  take(): string[] {
    return this.#found.splice(0);
  }
}

export interface RoomOptions {
  readonly troubles: Troubles;
  /** Of the student's browser. */
  readonly look?: BrowserContextOptions;
  readonly mentor?: Account;
  /** Before the student's page opens. */
  readonly prepare?: (page: Page) => Promise<unknown>;
}

/** Two people in a call. */
export async function inRoom(browser: Browser, server: IeumServer, options: RoomOptions) {
  const mentor = await Person.mentor(browser, server, options.mentor);
  const student = await Person.student(browser, server, {}, options.look);
  for (const { page } of [student, mentor]) options.troubles.watch(page);
  await options.prepare?.(student.page);
  const consultId = await meet(student, mentor);
  await expectMediaToFlow(student, mentor);
  const close = async () => {
    await student.close();
    await mentor.close();
  };
  return { student, mentor, consultId, pages: [student.page, mentor.page] as const, close };
}
