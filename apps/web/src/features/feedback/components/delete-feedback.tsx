import { Alert, Button, Group } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { consultKeys } from '../../../shared/consult/consult-queries';
import { errorText } from '../../../shared/i18n/error-messages';
import { useLanguage } from '../../../shared/i18n/language-provider';
import { useMessages } from '../../../shared/i18n/use-messages';
import { ConfirmDialog } from '../../../shared/ui/confirm-dialog';
import { deleteFeedback, feedbackQuery } from '../feedback-queries';
import { feedbackMessages } from '../messages';

export function DeleteFeedback({ consultId }: { readonly consultId: string }) {
  const m = useMessages(feedbackMessages);
  const { language } = useLanguage();
  const client = useQueryClient();
  const [asking, setAsking] = useState(false);
  const remove = useMutation({
    mutationFn: () => deleteFeedback(consultId),
    onSuccess: () => {
      client.setQueryData(feedbackQuery(consultId).queryKey, 'deleted');
      return client.invalidateQueries({ queryKey: consultKeys.all });
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
          {m.delete}
        </Button>
      </Group>
      <ConfirmDialog
        opened={asking}
        title={m.deleteTitle}
        confirmLabel={m.deleteConfirm}
        cancelLabel={m.deleteCancel}
        danger
        onCancel={() => setAsking(false)}
        onConfirm={() => {
          setAsking(false);
          remove.mutate();
        }}
      >
        {m.deleteText}
      </ConfirmDialog>
    </>
  );
}
