import type { ScriptBlock } from '../../../../shared/consult-document/script';
import classes from './kept.module.css';
import { Changed, ScriptWords } from './script-inline';

const HEADINGS = { 1: 'h3', 2: 'h4', 3: 'h5' } as const;

/** The notes as they stood, as elements of the page. */
export function ScriptView({ blocks }: { readonly blocks: readonly ScriptBlock[] }) {
  return (
    <div className={classes.script}>
      <Blocks blocks={blocks} />
    </div>
  );
}

function Blocks({ blocks }: { readonly blocks: readonly ScriptBlock[] }) {
  return blocks.map((block, index) => <Block key={index} block={block} />);
}

function Block({ block }: { readonly block: ScriptBlock }) {
  switch (block.kind) {
    case 'paragraph':
      return (
        <p>
          <ScriptWords content={block.content} />
        </p>
      );
    case 'heading': {
      const Heading = HEADINGS[block.level];
      return (
        <Heading>
          <ScriptWords content={block.content} />
        </Heading>
      );
    }
    case 'code':
      return (
        <pre>
          <code>
            <ScriptWords content={block.content} />
          </code>
        </pre>
      );
    case 'quote':
      return (
        <blockquote>
          <Blocks blocks={block.blocks} />
        </blockquote>
      );
    case 'list': {
      const List = block.start === null ? 'ul' : 'ol';
      return (
        <List {...(block.start === null ? {} : { start: block.start })}>
          {block.items.map((item, index) => (
            <li key={index}>
              <Blocks blocks={item} />
            </li>
          ))}
        </List>
      );
    }
    case 'rule':
      return block.change ? <Changed change={block.change}>———</Changed> : <hr />;
    case 'math':
      return (
        <p>
          <Changed change={block.change}>
            <code>{block.latex}</code>
          </Changed>
        </p>
      );
  }
}
