import { Alert, Stack, Text, Textarea } from '@mantine/core';
import { MAX_FEEDBACK_COMMENT, MAX_SCRIPT_LENGTH } from '@ieum/api-contract';
import type { CarriedTake, FeedbackDraft } from '@ieum/api-contract';
import { useEffect } from 'react';
import { ConflictPanel, ConflictText } from '../../../../shared/autosave/conflict-panel';
import { SaveStatus } from '../../../../shared/autosave/save-status';
import { useAutosave } from '../../../../shared/autosave/use-autosave';
import { useUser } from '../../../../shared/hooks/use-user';
import { errorText } from '../../../../shared/i18n/error-messages';
import { useLanguage } from '../../../../shared/i18n/language-provider';
import { useMessages } from '../../../../shared/i18n/use-messages';
import { Section } from '../../../../shared/ui/section';
import { cleanText } from '../../script/script-facts';
import { savedDraft } from '../draft-content';
import type { DraftContent } from '../draft-content';
import { jobMessages } from '../job-messages';
import { JobTakes } from './job-takes';
import { SendAnswer } from './send-answer';

interface JobEditorProps {
  readonly id: string;
  readonly stored: FeedbackDraft;
  /** None while the mentor does not hold the request. */
  readonly takes: readonly CarriedTake[];
  readonly canSend: boolean;
}

/** What the mentor writes, saved while it is typed, whether their claim holds or not. */
export function JobEditor({ id, stored, takes, canSend }: JobEditorProps) {
  const m = useMessages(jobMessages);
  const { language } = useLanguage();
  const { id: userId } = useUser();
  const { autosave, snapshot } = useAutosave(() => savedDraft(userId, id), stored);
  const { content, state, theirs, refusal } = snapshot;
  useEffect(() => autosave.receive(stored), [autosave, stored]);
  const edit = (change: Partial<DraftContent>) => autosave.edit({ ...autosave.getSnapshot().content, ...change });
  return (
    <>
      {theirs && (
        <ConflictPanel
          title={m.conflict}
          mine={<DraftText draft={content} />}
          theirs={<DraftText draft={theirs} />}
          onResolve={(keep) => autosave.resolve(keep)}
        />
      )}
      <JobTakes id={id} takes={takes} moments={content.moments} onChange={(moments) => edit({ moments })} />
      <Section title={m.yours}>
        <Stack gap="md">
          <Textarea
            label={m.corrected}
            lang="en"
            autosize
            minRows={6}
            maxRows={24}
            maxLength={MAX_SCRIPT_LENGTH}
            value={content.text}
            onChange={(event) => edit({ text: cleanText(event.currentTarget.value) })}
          />
          <Textarea
            label={m.comment}
            autosize
            minRows={3}
            maxRows={16}
            maxLength={MAX_FEEDBACK_COMMENT}
            value={content.comment}
            onChange={(event) => edit({ comment: cleanText(event.currentTarget.value) })}
          />
          <SaveStatus state={state} />
          {refusal !== null && (
            <Alert color="red" role="alert">
              {errorText(refusal, language)}
            </Alert>
          )}
          {canSend && <SendAnswer id={id} autosave={autosave} blocked={state === 'conflict'} />}
        </Stack>
      </Section>
    </>
  );
}

function DraftText({ draft: { text, comment, moments } }: { readonly draft: DraftContent }) {
  const m = useMessages(jobMessages);
  return (
    <>
      <ConflictText text={text} lang="en" />
      <ConflictText text={comment} />
      <Text fz="sm">{m.moments({ n: moments.length })}</Text>
    </>
  );
}
