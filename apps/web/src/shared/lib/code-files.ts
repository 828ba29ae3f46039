import { CodeError } from './code-error';

/** What of the browser brings files. */
export interface CodeFilesPorts {
  readonly fetch: (url: string) => Promise<Response>;
  /** Whether the document itself asked for it. */
  readonly isInPage: (url: string) => boolean;
  /** Lets the browser fetch a script early; nobody hears when it misses. */
  readonly hint: (url: string) => void;
  /** Resolves once the styles apply, and leaves nothing behind when it rejects. */
  readonly addStyles: (url: string) => Promise<void>;
}

/**
 * Brings the files that code consists of before it is imported. A browser keeps what became of a module for as long as
 * the page lives, a miss too (HTML §8.1.3.1, the module map): an import that failed, be it for a file that it only
 * depends on, fails for ever. A plain fetch leaves no such trace, and the import finds the file in the cache.
 */
export class CodeFiles {
  readonly #ports: CodeFilesPorts;
  readonly #brought = new Map<string, Promise<void>>();

  constructor(ports: CodeFilesPorts) {
    this.#ports = ports;
  }

  /** Resolves once an import can begin; `surely`: will not miss. Rejects with a {@link CodeError}; asking again fetches again. */
  async bring(urls: readonly string[], { surely }: { readonly surely: boolean }): Promise<void> {
    await Promise.all(urls.map((url) => this.#bringOnce(url, surely)));
  }

  #bringOnce(url: string, surely: boolean): Promise<void> {
    const known = this.#brought.get(url);
    if (known) return known;
    const bringing = this.#bringOne(url, surely);
    this.#brought.set(url, bringing);
    bringing.catch(() => this.#brought.delete(url));
    return bringing;
  }

  async #bringOne(url: string, surely: boolean): Promise<void> {
    const { isInPage, hint } = this.#ports;
    if (isInPage(url)) return;
    if (url.endsWith('.css')) return this.#addStyles(url);
    if (surely) return this.#fetchScript(url);
    hint(url);
  }

  async #addStyles(url: string): Promise<void> {
    try {
      await this.#ports.addStyles(url);
    } catch (error) {
      throw new CodeError('unreachable', url, error);
    }
  }

  async #fetchScript(url: string): Promise<void> {
    const answer = await this.#read(url);
    if (answer.ok) return;
    throw new CodeError(answer.status === 404 ? 'stale' : 'unreachable', `${url} (${answer.status})`);
  }

  /** To its end: what breaks off on the way is not in the cache. */
  async #read(url: string): Promise<Response> {
    try {
      const answer = await this.#ports.fetch(url);
      await answer.arrayBuffer();
      return answer;
    } catch (error) {
      throw new CodeError('unreachable', url, error);
    }
  }
}
