import { Stack, Title } from '@mantine/core';
import { useId, useState } from 'react';
import { useMessages } from '../../../../shared/i18n/use-messages';
import { ConfirmDialog } from '../../../../shared/ui/confirm-dialog';
import type { AnswerTakes } from '../answer-takes';
import { recorderMessages } from '../recorder-messages';
import type { TakeRow } from '../take-row';
import classes from './recorder.module.css';
import { UnfinishedRow } from './unfinished-row';

interface UnfinishedRecordingsProps {
  readonly questionId: string;
  readonly takes: AnswerTakes;
  readonly rows: readonly TakeRow[];
}

/** Takes that the server does not have yet: of pages that died, on their way, or refused. */
export function UnfinishedRecordings({ questionId, takes, rows }: UnfinishedRecordingsProps) {
  const m = useMessages(recorderMessages);
  const titleId = useId();
  const [leaving, setLeaving] = useState<string | null>(null);
  if (rows.length === 0) return null;
  return (
    <section className={classes.unfinished} aria-labelledby={titleId}>
      <Stack gap="sm">
        <Title order={2} size="h4" id={titleId}>
          {m.unfinished}
        </Title>
        <ul className={classes.rows}>
          {rows.map((row) => (
            <UnfinishedRow
              key={row.id}
              row={row}
              otherQuestion={row.questionId !== questionId}
              onSend={() => void takes.send(row.id)}
              onDiscard={() => setLeaving(row.id)}
            />
          ))}
        </ul>
      </Stack>
      <ConfirmDialog
        opened={rows.some(({ id }) => id === leaving)}
        title={m.discardTitle}
        confirmLabel={m.discard}
        cancelLabel={m.keep}
        danger
        onConfirm={() => {
          if (leaving !== null) void takes.discard(leaving);
          setLeaving(null);
        }}
        onCancel={() => setLeaving(null)}
      >
        {m.discardText}
      </ConfirmDialog>
    </section>
  );
}
