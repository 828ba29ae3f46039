import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { useMessages } from '../../../../shared/i18n/use-messages';
import { ConfirmDialog } from '../../../../shared/ui/confirm-dialog';
import { ErrorState } from '../../../../shared/ui/error-state';
import { ownMessages } from '../own-messages';
import { deleteFeedback, ownListQuery, ownQuery } from '../own-queries';

interface DeleteButtonProps {
  readonly id: string;
  /** Where all requests are: what was deleted has no page any more. */
  readonly listHref: string;
}

export function DeleteButton({ id, listHref }: DeleteButtonProps) {
  const m = useMessages(ownMessages);
  const client = useQueryClient();
  const [, navigate] = useLocation();
  const [asking, setAsking] = useState(false);
  const remove = useMutation({
    mutationFn: () => deleteFeedback(id),
    onSuccess: async () => {
      await client.cancelQueries({ queryKey: ownListQuery.queryKey });
      // The list looks for itself once it is shown; until then it does not show what is gone.
      client.setQueryData(
        ownListQuery.queryKey,
        (known) =>
          known && {
            ...known,
            pages: known.pages.map((page) => ({ ...page, items: page.items.filter((item) => item.id !== id) })),
          },
      );
      navigate(listHref, { replace: true });
      client.removeQueries({ queryKey: ownQuery(id).queryKey });
    },
    // Its script was restored meanwhile: it waits again.
    onError: () => client.invalidateQueries({ queryKey: ownQuery(id).queryKey }),
  });
  return (
    <>
      {remove.error && <ErrorState error={remove.error} />}
      <Button
        variant="subtle"
        color="red"
        style={{ alignSelf: 'start' }}
        aria-disabled={remove.isPending}
        onClick={() => setAsking(true)}
      >
        {m.delete}
      </Button>
      <ConfirmDialog
        opened={asking}
        title={m.deleteTitle}
        danger
        confirmLabel={m.delete}
        cancelLabel={m.keep}
        onCancel={() => setAsking(false)}
        onConfirm={() => {
          setAsking(false);
          if (!remove.isPending) remove.mutate();
        }}
      >
        {m.deleteText}
      </ConfirmDialog>
    </>
  );
}
