import { Alert, Group } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { errorText } from '../../../shared/i18n/error-messages';
import { useLanguage } from '../../../shared/i18n/language-provider';
import { ConfirmDialog } from '../../../shared/ui/confirm-dialog';
import { SteadyButton } from '../../../shared/ui/steady-button';

interface DeleteButtonProps {
  readonly words: {
    readonly label: string;
    readonly title: string;
    readonly text: string;
    readonly confirm: string;
    readonly cancel: string;
  };
  readonly remove: () => Promise<unknown>;
  readonly onDeleted: () => Promise<unknown>;
}

/** Erases something once the student has said so twice. */
export function DeleteButton({ words, remove, onDeleted }: DeleteButtonProps) {
  const { language } = useLanguage();
  const [asking, setAsking] = useState(false);
  const removal = useMutation({ mutationFn: remove, onSuccess: onDeleted });
  return (
    <>
      {removal.error && (
        <Alert color="red" role="alert">
          {errorText(removal.error, language)}
        </Alert>
      )}
      <Group>
        <SteadyButton variant="subtle" color="red" loading={removal.isPending} onClick={() => setAsking(true)}>
          {words.label}
        </SteadyButton>
      </Group>
      <ConfirmDialog
        opened={asking}
        title={words.title}
        confirmLabel={words.confirm}
        cancelLabel={words.cancel}
        danger
        onCancel={() => setAsking(false)}
        onConfirm={() => {
          setAsking(false);
          removal.mutate();
        }}
      >
        {words.text}
      </ConfirmDialog>
    </>
  );
}
