import type { LanguageFn } from 'highlight.js';
import { plainLines, tokensOf } from './code-tokens';
import type { CodeLine } from './code-tokens';
import type { CodeLanguage, ShownCode } from './shown-code';

/** Each comes when it is first needed. */
const LANGUAGES: Readonly<Record<Exclude<CodeLanguage, 'plain'>, () => Promise<{ default: LanguageFn }>>> = {
  javascript: () => import('highlight.js/lib/languages/javascript'),
  typescript: () => import('highlight.js/lib/languages/typescript'),
  python: () => import('highlight.js/lib/languages/python'),
  java: () => import('highlight.js/lib/languages/java'),
  c: () => import('highlight.js/lib/languages/c'),
  cpp: () => import('highlight.js/lib/languages/cpp'),
  html: () => import('highlight.js/lib/languages/xml'),
  css: () => import('highlight.js/lib/languages/css'),
  sql: () => import('highlight.js/lib/languages/sql'),
  json: () => import('highlight.js/lib/languages/json'),
  bash: () => import('highlight.js/lib/languages/bash'),
};

/** People write no longer lines and words, and colouring such ones can take seconds: it grows with their square. */
const LONGEST_LINE = 240;
const TOO_LONG_WORD = /[\w$]{81}/u;

/** The code in colours. Rejects when what knows its language cannot be fetched. */
export async function highlightCode({ language, text }: ShownCode): Promise<CodeLine[]> {
  if (language === 'plain' || isOverlong(text)) return plainLines(text);
  const load = LANGUAGES[language];
  const [{ default: core }, { default: grammar }] = await Promise.all([import('highlight.js/lib/core'), load()]);
  if (!core.getLanguage(language)) core.registerLanguage(language, grammar);
  return tokensOf(core.highlight(text, { language, ignoreIllegals: true }).value);
}

const isOverlong = (text: string): boolean =>
  TOO_LONG_WORD.test(text) || text.split('\n').some(({ length }) => length > LONGEST_LINE);
