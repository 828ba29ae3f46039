import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { documentQuery } from '../../../shared/consult-document/document-query';
import { fillDraft } from '../fill-draft';
import type { DraftAutosave } from '../saved-draft';

/** Fills the draft with what was corrected in the room, once that is read. Without it the draft is as good as ever. */
export function useFilledDraft(consultId: string, kept: boolean, autosave: DraftAutosave, paused: boolean): void {
  const corrections = useQuery({ ...documentQuery(consultId), enabled: kept }).data?.corrections;
  useEffect(() => {
    if (!corrections || paused) return;
    const { content } = autosave.getSnapshot();
    const filled = fillDraft(content, corrections);
    if (filled !== content) autosave.edit(filled);
  }, [autosave, corrections, paused]);
}
