import { VisuallyHidden } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Change, ScriptInline } from '../../../../shared/consult-document/script';
import { useMessages } from '../../../../shared/i18n/use-messages';
import { keptMessages } from '../../kept-messages';

/** The words of a block as elements: nothing of them is ever read as HTML. */
export function ScriptWords({ content }: { readonly content: readonly ScriptInline[] }) {
  return content.map((piece, index) => <Piece key={index} piece={piece} />);
}

function Piece({ piece }: { readonly piece: ScriptInline }) {
  switch (piece.kind) {
    case 'break':
      return (
        <Changed change={piece.change}>
          {piece.change && '↵'}
          <br />
        </Changed>
      );
    case 'math':
      return (
        <Changed change={piece.change}>
          <code>{piece.latex}</code>
        </Changed>
      );
    case 'text':
      return <Words piece={piece} />;
  }
}

function Words({ piece: { text, marks } }: { readonly piece: Extract<ScriptInline, { kind: 'text' }> }) {
  let words: ReactNode = text;
  if (marks.code) words = <code>{words}</code>;
  if (marks.highlight) words = <mark>{words}</mark>;
  if (marks.strike) words = <s>{words}</s>;
  if (marks.italic) words = <em>{words}</em>;
  if (marks.bold) words = <strong>{words}</strong>;
  if (marks.href !== undefined) {
    words = (
      <a href={marks.href} target="_blank" rel="noopener noreferrer nofollow">
        {words}
      </a>
    );
  }
  return <Changed change={marks.change}>{words}</Changed>;
}

/** What is suggested of a piece, for eyes and ears: screen readers say nothing of `ins` and `del`. */
export function Changed({ change, children }: { readonly change?: Change | undefined; readonly children: ReactNode }) {
  const m = useMessages(keptMessages);
  if (change === undefined) return children;
  const Element = change === 'inserted' ? 'ins' : 'del';
  return (
    <Element>
      <VisuallyHidden>{change === 'inserted' ? m.suggested : m.toGo}</VisuallyHidden>
      {children}
    </Element>
  );
}
