import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useMessages } from '../../../../shared/i18n/use-messages';
import { ConfirmDialog } from '../../../../shared/ui/confirm-dialog';
import { ErrorState } from '../../../../shared/ui/error-state';
import { ownMessages } from '../own-messages';
import { ownListQuery, ownQuery, withdrawFeedback } from '../own-queries';

export function WithdrawButton({ id }: { readonly id: string }) {
  const m = useMessages(ownMessages);
  const client = useQueryClient();
  const [asking, setAsking] = useState(false);
  const withdraw = useMutation({
    mutationFn: () => withdrawFeedback(id),
    onSuccess: async (answer) => {
      await client.cancelQueries({ queryKey: ownQuery(id).queryKey });
      client.setQueryData(ownQuery(id).queryKey, answer);
      void client.invalidateQueries({ queryKey: ownListQuery.queryKey });
    },
    // It was answered meanwhile.
    onError: () => client.invalidateQueries({ queryKey: ownQuery(id).queryKey }),
  });
  return (
    <>
      <Button variant="subtle" color="red" aria-disabled={withdraw.isPending} onClick={() => setAsking(true)}>
        {m.withdraw}
      </Button>
      {withdraw.error && <ErrorState error={withdraw.error} />}
      <ConfirmDialog
        opened={asking}
        title={m.withdrawTitle}
        danger
        confirmLabel={m.withdraw}
        cancelLabel={m.keep}
        onCancel={() => setAsking(false)}
        onConfirm={() => {
          setAsking(false);
          if (!withdraw.isPending) withdraw.mutate();
        }}
      >
        {m.withdrawText}
      </ConfirmDialog>
    </>
  );
}
