import { Button, Group } from '@mantine/core';
import type { Recording } from '@ieum/api-contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useMessages } from '../../../shared/i18n/use-messages';
import { saveFile } from '../../../shared/lib/save-file';
import { ConfirmDialog } from '../../../shared/ui/confirm-dialog';
import { ErrorState } from '../../../shared/ui/error-state';
import { deleteTake, fetchTake, takesQuery } from '../practice-queries';
import { questionMessages } from '../question-messages';

const ENDINGS = { 'audio/webm': 'webm', 'audio/ogg': 'ogg', 'audio/mp4': 'm4a' } as const;

interface TakeActionsProps {
  readonly take: Recording;
  readonly name: string;
  readonly onDeleted: () => void;
}

/** Taking a take along, and deleting it. */
export function TakeActions({ take, name, onDeleted }: TakeActionsProps) {
  const m = useMessages(questionMessages);
  const client = useQueryClient();
  const [asking, setAsking] = useState(false);
  const download = useMutation({
    mutationFn: async () => saveFile(`${name}.${ENDINGS[take.contentType]}`, await fetchTake(take.id)),
  });
  const remove = useMutation({
    mutationFn: () => deleteTake(take.id),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: takesQuery(take.questionId).queryKey });
      onDeleted();
    },
  });
  const error = remove.error ?? download.error;
  return (
    <>
      <Group gap="sm" mt="sm">
        <Button
          variant="subtle"
          aria-label={`${m.downloadTake}: ${name}`}
          aria-disabled={download.isPending}
          onClick={() => download.isPending || download.mutate()}
        >
          {m.downloadTake}
        </Button>
        <Button
          variant="subtle"
          color="red"
          aria-label={`${m.deleteTake}: ${name}`}
          aria-disabled={remove.isPending}
          onClick={() => remove.isPending || setAsking(true)}
        >
          {m.deleteTake}
        </Button>
      </Group>
      {error && <ErrorState error={error} />}
      <ConfirmDialog
        opened={asking}
        title={m.deleteTakeTitle}
        danger
        confirmLabel={m.deleteTake}
        cancelLabel={m.keepTake}
        onCancel={() => setAsking(false)}
        onConfirm={() => {
          setAsking(false);
          remove.mutate();
        }}
      >
        {m.deleteTakeText}
      </ConfirmDialog>
    </>
  );
}
