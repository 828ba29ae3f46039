import { Alert, Group, Stack, Text, Textarea } from '@mantine/core';
import type { Feedback } from '@ieum/signaling-protocol';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { SaveStatus } from '../../../shared/autosave/save-status';
import { errorText } from '../../../shared/i18n/error-messages';
import { useLanguage } from '../../../shared/i18n/language-provider';
import { useMessages } from '../../../shared/i18n/use-messages';
import { ConfirmDialog } from '../../../shared/ui/confirm-dialog';
import { SteadyButton } from '../../../shared/ui/steady-button';
import { isBlank, withRows } from '../draft-content';
import { receiveFeedback } from '../feedback-cache';
import { sendFeedback } from '../feedback-queries';
import { useDraftAutosave } from '../hooks/use-draft-autosave';
import { useFilledDraft } from '../hooks/use-filled-draft';
import { feedbackMessages } from '../messages';
import { CorrectionsEditor } from './corrections-editor';
import { DraftConflict } from './draft-conflict';

interface DraftFormProps {
  readonly consultId: string;
  readonly stored: Feedback | null;
  /** Whether a document of the consult is kept. */
  readonly kept: boolean;
}

const TEXT_MAX = 5000;

/** What the mentor writes; every pause saves it. */
export function DraftForm({ consultId, stored, kept }: DraftFormProps) {
  const m = useMessages(feedbackMessages);
  const { language } = useLanguage();
  const client = useQueryClient();
  const { autosave, snapshot } = useDraftAutosave(consultId, stored);
  useFilledDraft(consultId, kept, autosave, snapshot.state === 'conflict');
  const { content, state } = snapshot;
  const [asking, setAsking] = useState(false);
  const send = useMutation({
    mutationFn: async () => ((await autosave.flush()) ? sendFeedback(consultId) : null),
    onSuccess: (feedback) => {
      if (feedback) receiveFeedback(client, feedback);
    },
  });
  const written = Boolean(
    content.summary.trim() || content.practice.trim() || content.corrections.some((row) => !isBlank(row)),
  );
  return (
    <Stack gap="lg" component="form" onSubmit={(event: { preventDefault(): void }) => event.preventDefault()}>
      {state === 'conflict' && <DraftConflict snapshot={snapshot} onResolve={(keep) => autosave.resolve(keep)} />}
      <Textarea
        label={m.summary}
        description={m.summaryHint}
        size="md"
        autosize
        minRows={3}
        maxLength={TEXT_MAX}
        value={content.summary}
        onChange={(event) => autosave.edit({ ...content, summary: event.currentTarget.value })}
      />
      <Textarea
        label={m.practice}
        description={m.practiceHint}
        size="md"
        autosize
        minRows={2}
        maxLength={TEXT_MAX}
        value={content.practice}
        onChange={(event) => autosave.edit({ ...content, practice: event.currentTarget.value })}
      />
      <CorrectionsEditor rows={content.corrections} onChange={(rows) => autosave.edit(withRows(content, rows))} />
      {snapshot.refusal !== null && (
        <Alert color="red" role="alert">
          {errorText(snapshot.refusal, language)}
        </Alert>
      )}
      {send.error && (
        <Alert color="red" role="alert">
          {errorText(send.error, language)}
        </Alert>
      )}
      <Group justify="space-between">
        <SaveStatus state={state} />
        <Group gap="sm">
          {!written && <Text fz="sm">{m.emptySend}</Text>}
          <SteadyButton
            size="md"
            disabled={!written || state === 'conflict'}
            loading={send.isPending}
            onClick={() => setAsking(true)}
          >
            {m.send}
          </SteadyButton>
        </Group>
      </Group>
      <ConfirmDialog
        opened={asking}
        title={m.sendTitle}
        confirmLabel={m.send}
        cancelLabel={m.keepWriting}
        onCancel={() => setAsking(false)}
        onConfirm={() => {
          setAsking(false);
          send.mutate();
        }}
      >
        {m.sendText}
      </ConfirmDialog>
    </Stack>
  );
}
