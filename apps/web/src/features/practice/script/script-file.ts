import { toMarkdown } from '../../../shared/consult-document/script-markdown';
import type { ScriptBlock, ScriptInline } from '../../../shared/consult-document/script';

interface ScriptFile {
  readonly question: string;
  readonly text: string;
  /** When it was last changed, in the reader's words. */
  readonly date: string;
}

/** A script as Markdown: the question, the text as it was typed, the date. */
export function scriptFile({ question, text, date }: ScriptFile): string {
  return toMarkdown({
    blocks: [
      { kind: 'quote', blocks: paragraphs(question) },
      ...paragraphs(text),
      { kind: 'rule' },
      ...paragraphs(date),
    ],
    isCut: false,
  });
}

const paragraphs = (text: string): ScriptBlock[] =>
  text
    .split(/\n\s*\n/u)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => ({ kind: 'paragraph', content: part.split('\n').flatMap(line) }));

function line(text: string, index: number): ScriptInline[] {
  const words: ScriptInline = { kind: 'text', text, marks: {} };
  return index === 0 ? [words] : [{ kind: 'break' }, words];
}

/** The day on which the reader's clock was then, as a name of a file has it. */
export function dayOf(moment: string): string {
  const date = new Date(moment);
  const two = (number: number): string => String(number).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
