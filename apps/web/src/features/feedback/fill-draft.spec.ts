import { describe, expect, it } from '@jest/globals';
import type { SuggestedCorrection } from '../../shared/consult-document/read-corrections';
import { emptyContent, sameContent, toContent, toRequest, withRows } from './draft-content';
import type { DraftContent } from './draft-content';
import { fillDraft } from './fill-draft';
import { asFeedback } from './testing/draft-world';

const suggestion = (sourceId: string, changes: Partial<SuggestedCorrection> = {}): SuggestedCorrection => ({
  before: `before ${sourceId}`,
  after: `after ${sourceId}`,
  category: 'grammar',
  comment: '',
  outcome: 'open',
  sourceId,
  ...changes,
});

/** What a mentor finds who opens the draft again. */
const reopened = (content: DraftContent): DraftContent => toContent(asFeedback(toRequest(content, 0), 1));
const idsOf = ({ corrections }: DraftContent) => corrections.map(({ sourceId }) => sourceId);

describe('a draft', () => {
  it('is filled with the corrections of the room, below what the mentor wrote', () => {
    const own = { key: 'own', before: 'I goed', after: 'I went', category: 'grammar', comment: '' } as const;
    const filled = fillDraft({ ...emptyContent, summary: 'ours', corrections: [own] }, [suggestion('a')]);
    expect(filled.summary).toBe('ours');
    expect(filled.corrections).toEqual([own, { ...suggestion('a'), key: 'room-a' }]);
  });

  it('is not filled twice, also after it was saved', () => {
    const filled = fillDraft(emptyContent, [suggestion('a'), suggestion('b')]);
    expect(fillDraft(filled, [suggestion('b'), suggestion('a')])).toBe(filled);
    const again = reopened(filled);
    expect(fillDraft(again, [suggestion('a'), suggestion('b')])).toBe(again);
  });

  it('keeps what the mentor changed, and takes over what became of it since', () => {
    const filled = fillDraft(emptyContent, [suggestion('a')]);
    const changed = { ...filled, corrections: filled.corrections.map((row) => ({ ...row, after: 'mine' })) };
    const again = fillDraft(changed, [suggestion('a', { outcome: 'accepted', after: 'other' }), suggestion('b')]);
    expect(again.corrections.map(({ after, outcome }) => [after, outcome])).toEqual([
      ['mine', 'accepted'],
      ['after b', 'open'],
    ]);
  });

  it('does not get back what was taken out or emptied, unless that is undone', () => {
    const filled = fillDraft(emptyContent, [suggestion('a'), suggestion('b')]);
    const without = withRows(filled, filled.corrections.slice(1));
    expect(idsOf(fillDraft(reopened(without), [suggestion('a'), suggestion('b')]))).toEqual(['b']);
    const undone = withRows(without, filled.corrections);
    expect(undone.dismissed).toEqual([]);
    const emptied = withRows(
      filled,
      filled.corrections.map((row) => ({ ...row, before: '', after: ' ' })),
    );
    expect(idsOf(fillDraft(reopened(emptied), [suggestion('a')]))).toEqual([]);
  });

  it('has as many corrections as the server takes, and no more', () => {
    const many = Array.from({ length: 300 }, (_, n) => suggestion(`n${n}`));
    const filled = fillDraft(emptyContent, many);
    expect(filled.corrections).toHaveLength(200);
    expect(fillDraft(filled, many)).toBe(filled);
  });

  it('is another draft when something was taken out', () => {
    const filled = fillDraft(emptyContent, [suggestion('a')]);
    expect(sameContent(filled, reopened(filled))).toBe(true);
    expect(sameContent(emptyContent, withRows(filled, []))).toBe(false);
  });
});
