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

/** Taking a take along, and deleting it. */
export function TakeActions({ take, name }: { readonly take: Recording; readonly name: string }) {
  const m = useMessages(questionMessages);
  const client = useQueryClient();
  const [asking, setAsking] = useState(false);
  const download = useMutation({
    mutationFn: async () => saveFile(`${name}.${ENDINGS[take.contentType]}`, await fetchTake(take.id)),
  });
  const remove = useMutation({
    mutationFn: () => deleteTake(take.id),
    onSuccess: () => client.invalidateQueries({ queryKey: takesQuery(take.questionId).queryKey }),
  });
  const error = remove.error ?? download.error;
  return (
    <>
      <Group gap="sm" mt="sm">
        {take.status === 'stored' && (
          <Button variant="subtle" loading={download.isPending} onClick={() => download.mutate()}>
            {m.downloadTake}
          </Button>
        )}
        <Button variant="subtle" color="red" loading={remove.isPending} onClick={() => setAsking(true)}>
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
