import type { AdminPerson } from '@ieum/api-contract';
import { Button, Text } from '@mantine/core';
import { useState } from 'react';
import { errorText } from '../../../shared/i18n/error-messages';
import { useLanguage } from '../../../shared/i18n/language-provider';
import { useMessages } from '../../../shared/i18n/use-messages';
import { ConfirmDialog } from '../../../shared/ui/confirm-dialog';
import { useDecide } from '../hooks/use-decide';
import { peopleMessages } from '../people-messages';
import type { Decision } from './decision-notice';

interface ApprovalButtonProps {
  readonly person: AdminPerson;
  readonly onDecided: (decision: Decision) => void;
}

/** Approves a mentor or takes that back, once the admin has said so twice. */
export function ApprovalButton({ person, onDecided }: ApprovalButtonProps) {
  const m = useMessages(peopleMessages);
  const { language } = useLanguage();
  const [asking, setAsking] = useState(false);
  const decide = useDecide(person, onDecided);
  const approving = person.approval !== 'approved';
  return (
    <>
      <Button
        variant={approving ? 'filled' : 'default'}
        loading={decide.isPending}
        aria-label={approving ? m.approveNamed(person) : m.revokeNamed(person)}
        onClick={() => setAsking(true)}
      >
        {approving ? m.approve : m.revoke}
      </Button>
      {decide.error && (
        <Text c="red" role="alert">
          {errorText(decide.error, language)}
        </Text>
      )}
      <ConfirmDialog
        opened={asking}
        title={approving ? m.approveTitle(person) : m.revokeTitle(person)}
        confirmLabel={approving ? m.approve : m.revoke}
        cancelLabel={m.cancel}
        danger={!approving}
        onCancel={() => setAsking(false)}
        onConfirm={() => {
          setAsking(false);
          decide.mutate(approving);
        }}
      >
        {approving ? m.approveText : m.revokeText}
      </ConfirmDialog>
    </>
  );
}
