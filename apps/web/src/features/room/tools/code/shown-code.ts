import { z } from 'zod';

/** Characters (UTF-16 code units) that are shown. */
export const CODE_MAX = 50_000;

export const CODE_LANGUAGES = [
  'javascript',
  'typescript',
  'python',
  'java',
  'c',
  'cpp',
  'html',
  'css',
  'sql',
  'json',
  'bash',
  'plain',
] as const;
export const CodeLanguage = z.enum(CODE_LANGUAGES);
export type CodeLanguage = z.infer<typeof CodeLanguage>;

/** The code that is before both, as it stands in the document. */
export const ShownCode = z.object({ language: CodeLanguage, text: z.string().min(1).max(CODE_MAX) });
export type ShownCode = z.infer<typeof ShownCode>;

const ENDINGS: Readonly<Record<string, CodeLanguage>> = {
  js: 'javascript',
  mjs: 'javascript',
  cjs: 'javascript',
  jsx: 'javascript',
  ts: 'typescript',
  tsx: 'typescript',
  py: 'python',
  java: 'java',
  c: 'c',
  h: 'c',
  cpp: 'cpp',
  cc: 'cpp',
  hpp: 'cpp',
  html: 'html',
  htm: 'html',
  xml: 'html',
  svg: 'html',
  css: 'css',
  sql: 'sql',
  json: 'json',
  sh: 'bash',
  bash: 'bash',
};

/** By the end of a file's name; `null`: it says nothing. */
export function languageOf(fileName: string): CodeLanguage | null {
  const ending = /\.([a-z]+)$/iu.exec(fileName)?.[1]?.toLowerCase() ?? '';
  return Object.hasOwn(ENDINGS, ending) ? (ENDINGS[ending] ?? null) : null;
}
