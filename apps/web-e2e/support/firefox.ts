import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import type { Session } from '@ieum/api-contract';
import { expect } from '@playwright/test';
import puppeteer, {
  type Browser,
  type BrowserContext,
  type ElementHandle,
  type KeyInput,
  type Page,
} from 'puppeteer-core';
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

/** The system's browser: nothing is downloaded. `FIREFOX` names another one. */
const executablePath =
  process.env['FIREFOX'] ?? ['/usr/bin/firefox-esr', '/usr/bin/firefox'].find(existsSync) ?? 'firefox';

const PREFERENCES = {
  'intl.accept_languages': 'en-US',
  // A picture and a sound made by the browser, without asking.
  'media.navigator.streams.fake': true,
  'media.navigator.permission.disabled': true,
  'media.autoplay.default': 0,
  // It would not speak to a TURN server on this machine.
  'media.peerconnection.ice.loopback': true,
  // Names that only multicast DNS can tell get lost in containers.
  'media.peerconnection.ice.obfuscate_host_addresses': false,
};

/** The elements that have a role by themselves, and those that say so (W3C HTML-AAM). */
const SELECTORS = {
  button: 'button, [role=button]',
  img: 'img, [role=img]',
  textbox: 'input, textarea, [role=textbox]',
  radio: 'input[type=radio]',
  slider: 'input[type=range]',
  switch: 'input[role=switch]',
  link: 'a[href]',
  figure: 'figure',
} as const;
type Role = keyof typeof SELECTORS;

/** Runs in the page: the first that can be seen and has this name, told or written. */
function findByRole(selector: string, name: string): Element | null {
  const nameOf = (element: Element) =>
    element.getAttribute('aria-label') ??
    element.getAttribute('alt') ??
    (element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement
      ? element.labels?.[0]?.textContent
      : element.textContent);
  const candidates = [...document.querySelectorAll(selector)];
  return candidates.find((element) => element.checkVisibility() && nameOf(element)?.trim() === name) ?? null;
}

interface FirefoxOptions {
  readonly downloads?: string;
  readonly environment?: Readonly<Record<string, string>>;
}

/**
 * Firefox over WebDriver BiDi: Playwright drives only a Firefox that it has changed itself. `downloads`: the folder where
 * it saves files.
 */
export const launchFirefox = ({ downloads = tmpdir(), environment = {} }: FirefoxOptions = {}): Promise<Browser> =>
  puppeteer.launch({
    env: { ...process.env, ...environment },
    browser: 'firefox',
    executablePath,
    headless: true,
    // From a disk that has to be read first.
    timeout: 90_000,
    extraPrefsFirefox: { ...PREFERENCES, 'browser.download.folderList': 2, 'browser.download.dir': downloads },
    // Playwright's worker hears these, too, and ends in order; then this browser ends with it.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  });

/** Somebody with a Firefox of their own. */
export class FirefoxPerson implements Caller {
  private constructor(
    private readonly context: BrowserContext,
    readonly page: Page,
    readonly origin: string,
    readonly nickname: string,
  ) {}

  static student(browser: Browser, server: IeumServer, account: Account = {}): Promise<FirefoxPerson> {
    return FirefoxPerson.signedUp(browser, server, { wants: 'get-help', ...account });
  }

  static async mentor(browser: Browser, server: IeumServer, account: Account = {}): Promise<FirefoxPerson> {
    const mentor = await FirefoxPerson.signedUp(browser, server, { wants: 'help-others', ...account });
    await mentor.api('put', '/api/mentors/me/profile', profileOf(account));
    return mentor;
  }

  private static async signedUp(browser: Browser, server: IeumServer, account: Account): Promise<FirefoxPerson> {
    const { nickname = newcomer().nickname, ageBand = '19-to-24', wants = 'get-help' } = account;
    const context = await browser.createBrowserContext();
    const page = await context.newPage();
    await page.evaluateOnNewDocument(keepPeerConnections);
    const person = new FirefoxPerson(context, page, server.origin, nickname);
    await person.open('/');
    const { email } = newcomer();
    await person.fetch('post', '/api/auth/register', { email, nickname, password: PASSWORD, ageBand, wants });
    return person;
  }

  async open(path: string): Promise<void> {
    await this.page.goto(`${this.origin}${path}`);
  }

  async reload(): Promise<void> {
    await this.page.reload();
  }

  async press(name: string): Promise<void> {
    await (await this.found('button', name)).click();
  }

  async arriveAt(path: string): Promise<void> {
    await expect.poll(() => this.page.evaluate(() => location.pathname)).toBe(path);
  }

  /** Waits until something with this role and name is there. */
  async sees(role: Role, name: string): Promise<void> {
    await this.found(role, name);
  }

  /** Waits until the text is anywhere on the page. */
  async reads(text: string): Promise<void> {
    await expect.poll(() => this.page.evaluate(() => document.body.innerText)).toContain(text);
  }

  /** Writes into the field with this name. */
  async write(name: string, text: string): Promise<void> {
    await (await this.found('textbox', name)).type(text);
  }

  /** Writes into the field with this name, then presses Enter. */
  async enter(name: string, text: string): Promise<void> {
    await this.write(name, text);
    await this.page.keyboard.press('Enter');
  }

  /** Runs `inPage` with what has this role and name. */
  async with<Argument, Result>(
    role: Role,
    name: string,
    inPage: (element: Element, argument: Argument) => Result,
    argument: Argument,
  ): Promise<Awaited<Result>> {
    return (await this.found(role, name)).evaluate(inPage as (element: Node, argument: unknown) => Result, argument);
  }

  /** Follows the link that is called exactly so. */
  async follow(name: string): Promise<void> {
    await (await this.found('link', name)).click();
  }

  /** Chooses with the keyboard what has this role and name, and waits until it is chosen. */
  async check(role: 'radio' | 'switch', name: string): Promise<void> {
    await (await this.found(role, name)).focus();
    expect(await this.isFocused(role, name), `${name} has the focus`).toBe(true);
    await this.page.keyboard.press(' ' as KeyInput);
    const isChosen = () => this.with(role, name, (element) => element.matches(':checked'), null);
    await expect.poll(isChosen, `${name} is chosen`).toBe(true);
  }

  /** Whether keys that are pressed go there, also while another window is in front. */
  async isFocused(role: Role, name: string): Promise<boolean> {
    return this.with(role, name, (element) => element.ownerDocument.activeElement === element, null);
  }

  /** Gives a file of this disk to the page's only chooser of files. */
  async choose(file: string): Promise<void> {
    const chooser = await this.page.evaluateHandle(() => document.querySelector<HTMLInputElement>('input[type=file]'));
    await (chooser as ElementHandle<HTMLInputElement>).uploadFile(file);
  }

  async api(method: 'get' | 'post' | 'put' | 'delete', path: string, data?: unknown): Promise<unknown> {
    const { accessToken } = (await this.fetch('post', '/api/auth/refresh')) as Session;
    return this.fetch(method, path, data, accessToken);
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

  /**
   * Looked for again and again from here. Puppeteer's own waiting needs `Function()` in the page, which our CSP refuses,
   * and what Firefox finds by role and name differs from version to version.
   */
  private async found(role: Role, name: string): Promise<ElementHandle> {
    let element: ElementHandle | null = null;
    const look = async () => {
      const handle = await this.page.evaluateHandle(findByRole, SELECTORS[role], name);
      element = handle.asElement() as ElementHandle | null;
      return element !== null;
    };
    await expect.poll(look, { message: `${role} “${name}”` }).toBe(true);
    if (!element) throw new Error(`There is no ${role} called ${name}.`);
    return element;
  }

  /** From inside the page, so that its cookies are this browser's. */
  private fetch(method: string, path: string, data?: unknown, token?: string): Promise<unknown> {
    return this.page.evaluate(
      async (verb, address, body, bearer) => {
        const answer = await fetch(address, {
          method: verb.toUpperCase(),
          headers: {
            ...(body === undefined ? {} : { 'content-type': 'application/json' }),
            ...(bearer ? { authorization: `Bearer ${bearer}` } : {}),
          },
          body: body ?? null,
        });
        const text = await answer.text();
        if (!answer.ok) throw new Error(`${address} was refused: ${text}`);
        return text === '' ? undefined : (JSON.parse(text) as unknown);
      },
      method,
      path,
      data === undefined ? undefined : JSON.stringify(data),
      token,
    );
  }
}
