import { Alert, Button, Group } from '@mantine/core';
import type { DocumentPart } from '@ieum/api-contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { deleteDocument, documentQuery } from '../../../../shared/consult-document/document-query';
import { errorText } from '../../../../shared/i18n/error-messages';
import { useLanguage } from '../../../../shared/i18n/language-provider';
import { useMessages } from '../../../../shared/i18n/use-messages';
import { ConfirmDialog } from '../../../../shared/ui/confirm-dialog';
import { keptMessages } from '../../kept-messages';

export type Deletable = DocumentPart | 'all';

interface DeleteKeptProps {
  readonly consultId: string;
  readonly what: Deletable;
  readonly onDeleted: (what: Deletable) => void;
}

/** Erases a part of what is kept, or all of it, once the student has said so twice. */
export function DeleteKept({ consultId, what, onDeleted }: DeleteKeptProps) {
  const m = useMessages(keptMessages);
  const { language } = useLanguage();
  const client = useQueryClient();
  const [asking, setAsking] = useState(false);
  const remove = useMutation({
    mutationFn: () => deleteDocument(consultId, what === 'all' ? undefined : what),
    onSuccess: () => {
      onDeleted(what);
      return client.invalidateQueries({ queryKey: documentQuery(consultId).queryKey });
    },
  });
  return (
    <>
      {remove.error && (
        <Alert color="red" role="alert">
          {errorText(remove.error, language)}
        </Alert>
      )}
      <Group>
        <Button variant="subtle" color="red" loading={remove.isPending} onClick={() => setAsking(true)}>
          {m.delete[what]}
        </Button>
      </Group>
      <ConfirmDialog
        opened={asking}
        title={m.ask[what]}
        confirmLabel={m.confirm}
        cancelLabel={m.cancel}
        danger
        onCancel={() => setAsking(false)}
        onConfirm={() => {
          setAsking(false);
          remove.mutate();
        }}
      >
        {m.askText}
      </ConfirmDialog>
    </>
  );
}
