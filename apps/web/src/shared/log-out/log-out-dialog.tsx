import { useMessages } from '../i18n/use-messages';
import { ConfirmDialog } from '../ui/confirm-dialog';
import { logOutMessages } from './log-out-messages';

interface LogOutDialogProps {
  readonly asks: boolean;
  readonly answer: (sure: boolean) => void;
}

/** Asks whether what is not at the server yet may go. */
export function LogOutDialog({ asks, answer }: LogOutDialogProps) {
  const m = useMessages(logOutMessages);
  return (
    <ConfirmDialog
      opened={asks}
      title={m.title}
      confirmLabel={m.confirm}
      cancelLabel={m.cancel}
      danger
      onConfirm={() => answer(true)}
      onCancel={() => answer(false)}
    >
      {m.text}
    </ConfirmDialog>
  );
}
