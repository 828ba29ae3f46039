import type { Node } from '@tiptap/pm/model';
import { piecesOf } from '../pieces';
import type { Piece } from '../pieces';

/** The blocks of a document as text. */
export const linesIn = (doc: Node): string[] => {
  const lines: string[] = [];
  doc.descendants((node) => {
    if (node.isTextblock) lines.push(node.textBetween(0, node.content.size, '', '/'));
    return !node.isTextblock;
  });
  return lines;
};

/** The same of one with suggestions, once every one of them was decided: character by character. */
export function predictedLines(doc: Node, isAccepted: (id: string) => boolean): string[] {
  const lines: string[] = [];
  let isRuleBetween = true;
  doc.descendants((node, at) => {
    if (node.isLeaf) isRuleBetween ||= stays(piecesOf(doc, at, at + 1), isAccepted);
    if (!node.isTextblock) return true;
    const joins = piecesOf(doc, at, at + 1).some((piece) => piece.what === 'join' && isAccepted(piece.id));
    if (!joins || isRuleBetween) lines.push('');
    isRuleBetween = false;
    node.forEach((child, offset) => {
      const text = child.text ?? '/';
      for (let index = 0; index < text.length; index += 1) {
        const place = at + 1 + offset + index;
        const pieces = piecesOf(doc, place, place + 1).filter(({ from, to }) => from <= place && to > place);
        if (!stays(pieces, isAccepted)) continue;
        if (pieces.some(({ what }) => what === 'break')) lines.push('');
        else lines.push((lines.pop() ?? '') + (text[index] ?? ''));
      }
    });
    return false;
  });
  return lines;
}

const stays = (pieces: readonly Piece[], isAccepted: (id: string) => boolean): boolean =>
  pieces.every((piece) => {
    if (piece.what === 'break' && piece.joined && isAccepted(piece.joined.id)) return false;
    return isAccepted(piece.id) === (piece.kind === 'inserted');
  });
