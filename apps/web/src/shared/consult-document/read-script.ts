import * as Y from 'yjs';
import { plainText } from './plain-text';
import { changeOf, readInline } from './read-inline';
import type { Budget } from './read-inline';
import type { Script, ScriptBlock, ScriptInline } from './script';

/** More than two people write in a meeting, and as much as a page shows in no time. */
const MOST_NODES = 20_000;
const MOST_LETTERS = 400_000;
const MOST_LEVELS = 12;

/** Reads the notes as the editor writes them (y-tiptap), whatever else stands there. */
export function readScript(fragment: Y.XmlFragment): Script {
  const budget: Budget = { nodes: MOST_NODES, letters: MOST_LETTERS };
  const blocks = readBlocks(fragment, budget, 0);
  return { blocks, isCut: budget.nodes <= 0 || budget.letters <= 0 };
}

function readBlocks(parent: Y.XmlFragment, budget: Budget, level: number): ScriptBlock[] {
  if (level > MOST_LEVELS) return [];
  const blocks: ScriptBlock[] = [];
  for (const child of parent.toArray() as unknown[]) {
    if (budget.nodes <= 0 || budget.letters <= 0) break;
    if (!(child instanceof Y.XmlElement)) continue;
    budget.nodes -= 1;
    const block = readBlock(child, budget, level);
    if (block) blocks.push(block);
  }
  return blocks;
}

function readBlock(element: Y.XmlElement, budget: Budget, level: number): ScriptBlock | null {
  const attributes: Readonly<Record<string, unknown>> = element.getAttributes();
  const change = changeOf(attributes.suggestion);
  switch (element.nodeName) {
    case 'paragraph':
      return { kind: 'paragraph', content: withJoin(attributes, readInline(element, budget)) };
    case 'heading':
      return {
        kind: 'heading',
        level: headingLevel(attributes.level),
        content: withJoin(attributes, readInline(element, budget)),
      };
    case 'codeBlock':
      return {
        kind: 'code',
        language: plainText(attributes.language, 40),
        content: withJoin(attributes, readInline(element, budget)),
      };
    case 'blockquote':
      return { kind: 'quote', blocks: readBlocks(element, budget, level + 1) };
    case 'bulletList':
    case 'orderedList':
      return {
        kind: 'list',
        start: element.nodeName === 'orderedList' ? wholeNumber(attributes.start) : null,
        items: readItems(element, budget, level + 1),
      };
    case 'horizontalRule':
      return { kind: 'rule', ...change };
    case 'blockMath':
      return { kind: 'math', latex: plainText(attributes.latex, 2_000), ...change };
    default:
      return null;
  }
}

function readItems(list: Y.XmlElement, budget: Budget, level: number): ScriptBlock[][] {
  const items: ScriptBlock[][] = [];
  for (const item of list.toArray() as unknown[]) {
    if (budget.nodes <= 0) break;
    budget.nodes -= 1;
    if (item instanceof Y.XmlElement && item.nodeName === 'listItem') items.push(readBlocks(item, budget, level));
  }
  return items;
}

/** A block that is to be joined to the one before it: the break between them goes. */
function withJoin({ join }: Readonly<Record<string, unknown>>, content: ScriptInline[]): ScriptInline[] {
  return typeof join === 'string' ? [{ kind: 'text', text: '¶', marks: { change: 'deleted' } }, ...content] : content;
}

const headingLevel = (value: unknown): 1 | 2 | 3 => (value === 1 || value === 2 || value === 3 ? value : 3);

const wholeNumber = (value: unknown): number =>
  typeof value === 'number' && value >= 0 && value <= 99_999_999 ? Math.trunc(value) : 1;
