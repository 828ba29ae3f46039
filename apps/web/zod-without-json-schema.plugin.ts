import type { Plugin } from 'vite';

const MODULES = /\/zod\/v4\/core\/(?:to-json-schema|json-schema-processors)\.js$/u;
const EXPORTED = /^export (?:function|const|class) (?<declared>\w+)|^export \{ \w+ as (?<renamed>\w+) \};$/gmu;

/**
 * Zod without what makes JSON Schemas of its schemas: the API does that, the page never, and every schema refers to it, so
 * that it cannot be shaken off. 6 KB of each page behind the log-in.
 */
export function zodWithoutJsonSchema(): Plugin {
  return {
    name: 'ieum:zod-without-json-schema',
    apply: 'build',
    transform(code, id) {
      if (!MODULES.test(id)) return null;
      const names = [...code.matchAll(EXPORTED)].map(({ groups }) => groups?.['declared'] ?? groups?.['renamed'] ?? '');
      if (names.length === 0) this.error(`${id} is written otherwise now: its exports were not found.`);
      // What is made with a schema is not used; what is used would not be here.
      const stubs = names.map(
        (name) => `export const ${name} = ${name.startsWith('create') ? '() => refuse' : 'refuse'};`,
      );
      const refuse = `const refuse = () => { throw new Error('The page makes no JSON Schemas'); };`;
      return { code: [refuse, ...stubs].join('\n'), map: null };
    },
  };
}
