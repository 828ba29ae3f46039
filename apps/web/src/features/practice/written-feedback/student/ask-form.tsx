import { Button, Checkbox, Group, Stack, Text, Textarea } from '@mantine/core';
import { MAX_CARRIED_TAKES, MAX_FEEDBACK_NOTE } from '@ieum/api-contract';
import type { Script } from '@ieum/api-contract';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useFormat } from '../../../../shared/i18n/use-format';
import { useMessages } from '../../../../shared/i18n/use-messages';
import { formatClock } from '../../../../shared/lib/format-clock';
import { ErrorState } from '../../../../shared/ui/error-state';
import { Loading } from '../../../../shared/ui/loading';
import { questionMessages } from '../../question-messages';
import { takesQuery } from '../../practice-queries';
import type { ScriptAutosave } from '../../script/saved-script';
import { cleanText } from '../../script/script-facts';
import { ownMessages } from '../own-messages';
import { askForFeedback, ownListQuery, ownQuery } from '../own-queries';
import classes from '../written-feedback.module.css';

/** What is chosen and typed. */
interface AskDraft {
  readonly chosen: readonly string[];
  readonly note: string;
}

export const EMPTY_ASK: AskDraft = { chosen: [], note: '' };

interface AskFormProps {
  readonly script: Script;
  readonly autosave: ScriptAutosave;
  readonly draft: AskDraft;
  readonly onDraft: (draft: AskDraft) => void;
  readonly onCancel: () => void;
  readonly onAsked: (id: string) => void;
}

/** What the mentor gets: the text, takes that are chosen, and a note. */
export function AskForm({ script, autosave, draft, onDraft, onCancel, onAsked }: AskFormProps) {
  const m = useMessages(ownMessages);
  const client = useQueryClient();
  // The same however often it is sent: a try whose answer was lost asks no second time.
  const [id] = useState(() => crypto.randomUUID());
  const { chosen, note } = draft;
  const ask = useMutation({
    mutationFn: async () => {
      // The server takes the text as it has it.
      if (!(await autosave.flush())) return null;
      return askForFeedback({ id, scriptId: script.id, recordingIds: [...chosen], note: note.trim() });
    },
    onSuccess: (answer) => {
      if (!answer) return;
      client.setQueryData(ownQuery(id).queryKey, answer);
      void client.invalidateQueries({ queryKey: ownListQuery.queryKey });
      onAsked(id);
    },
  });
  return (
    <>
      <Text>{m.askText}</Text>
      <TakeChoices
        questionId={script.question.id}
        chosen={chosen}
        onChange={(ids) => onDraft({ ...draft, chosen: ids })}
      />
      <Textarea
        label={m.note}
        rows={3}
        maxLength={MAX_FEEDBACK_NOTE}
        value={note}
        onChange={(event) => onDraft({ ...draft, note: cleanText(event.currentTarget.value) })}
      />
      {ask.error && <ErrorState error={ask.error} />}
      <Text role="status">{ask.data === null && m.unsaved}</Text>
      <Group justify="flex-end" gap="sm">
        <Button variant="default" onClick={onCancel}>
          {m.cancel}
        </Button>
        <Button aria-disabled={ask.isPending} onClick={() => ask.isPending || ask.mutate()}>
          {ask.isPending ? m.sending : m.send}
        </Button>
      </Group>
    </>
  );
}

interface TakeChoicesProps {
  readonly questionId: string;
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
}

function TakeChoices({ questionId, chosen, onChange }: TakeChoicesProps) {
  const m = useMessages(ownMessages);
  const { take: takeName } = useMessages(questionMessages);
  const format = useFormat();
  const { data, error, refetch } = useQuery(takesQuery(questionId));
  if (!data) {
    return error ? (
      <ErrorState error={error} onRetry={() => void refetch()} />
    ) : (
      <Loading label={m.takesLoading} lines={2} />
    );
  }
  const takes = data.recordings.filter(({ status }) => status === 'stored');
  if (takes.length === 0) return <Text c="dimmed">{m.noTakes}</Text>;
  const isFull = chosen.length >= MAX_CARRIED_TAKES;
  return (
    <Checkbox.Group label={m.takes} value={[...chosen]} onChange={onChange}>
      <Stack gap="xs" mt="xs">
        {takes.map((take, index) => (
          <Checkbox
            key={take.id}
            classNames={{ body: classes.choice, label: classes.choiceLabel }}
            value={take.id}
            disabled={isFull && !chosen.includes(take.id)}
            label={`${takeName({ n: takes.length - index })} · ${formatClock(take.durationMs ?? 0)} · ${format.dateTime(take.createdAt)}`}
          />
        ))}
      </Stack>
    </Checkbox.Group>
  );
}
