import { CodeError } from './code-error';
import type { CodeFiles } from './code-files';

export interface CodeImporterOptions {
  readonly files: Pick<CodeFiles, 'bring'>;
  /** Whether the page has to live with what fails now: it cannot be loaded anew. */
  readonly mustStay: () => boolean;
  /** Tells the page of an import that failed; `false` when the page is being loaded anew for it. */
  readonly failed: (error: unknown) => boolean;
}

/** `needs`: the import's own file and all that it depends on, below the page's root. */
export type CodeImporter = <Code>(load: () => Promise<Code>, needs?: readonly string[]) => Promise<Code>;

/** Makes the function that is put around every `import()`. */
export function createCodeImporter({ files, mustStay, failed }: CodeImporterOptions): CodeImporter {
  return async (load, needs = []) => {
    const urls = needs.map((file) => `/${file}`);
    try {
      await files.bring(urls, { surely: mustStay() });
      return await loadOnce(load, urls);
    } catch (error) {
      if (failed(error)) throw error;
      return new Promise(() => undefined); // nobody is left to hear
    }
  };
}

/** A browser may never fetch again what the import itself missed. */
async function loadOnce<Code>(load: () => Promise<Code>, urls: readonly string[]): Promise<Code> {
  try {
    return await load();
  } catch (error) {
    throw new CodeError('stale', urls[0] ?? 'a file of its own', error);
  }
}
