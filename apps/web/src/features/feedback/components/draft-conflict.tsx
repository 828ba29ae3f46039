import { Text } from '@mantine/core';
import { ConflictPanel, ConflictText } from '../../../shared/autosave/conflict-panel';
import { useMessages } from '../../../shared/i18n/use-messages';
import { toContent } from '../draft-content';
import type { DraftContent } from '../draft-content';
import { feedbackMessages } from '../messages';
import type { DraftAutosave } from '../saved-draft';

interface DraftConflictProps {
  readonly snapshot: ReturnType<DraftAutosave['getSnapshot']>;
  readonly onResolve: (keep: 'mine' | 'theirs') => void;
}

/** Two tabs wrote: both drafts side by side, and the mentor decides. */
export function DraftConflict({ snapshot, onResolve }: DraftConflictProps) {
  const m = useMessages(feedbackMessages);
  if (!snapshot.theirs) return null;
  return (
    <ConflictPanel
      title={m.conflictTitle}
      mine={<Version content={snapshot.content} />}
      theirs={<Version content={toContent(snapshot.theirs)} />}
      onResolve={onResolve}
    />
  );
}

function Version({ content }: { readonly content: DraftContent }) {
  const m = useMessages(feedbackMessages);
  return (
    <>
      <ConflictText text={content.summary} />
      <ConflictText text={content.practice} />
      <Text fz="sm">
        {m.corrections}: {content.corrections.length}
      </Text>
    </>
  );
}
