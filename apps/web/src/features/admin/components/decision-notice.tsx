import type { AdminPerson } from '@ieum/api-contract';
import { Button, Text } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { errorText } from '../../../shared/i18n/error-messages';
import { useLanguage } from '../../../shared/i18n/language-provider';
import { useMessages } from '../../../shared/i18n/use-messages';
import { Notice } from '../../../shared/ui/notice';
import { useDecide } from '../hooks/use-decide';
import { peopleMessages } from '../people-messages';

/** What was just decided on whom. */
export interface Decision {
  readonly person: Pick<AdminPerson, 'id' | 'nickname'>;
  readonly approved: boolean;
}

interface DecisionNoticeProps {
  readonly decision: Decision;
  readonly onDecided: (decision: Decision) => void;
}

/** Says what was done, and takes it back. Takes the focus: the row that had it may be gone. */
export function DecisionNotice({ decision, onDecided }: DecisionNoticeProps) {
  const m = useMessages(peopleMessages);
  const { language } = useLanguage();
  const { person, approved } = decision;
  const undo = useRef<HTMLButtonElement>(null);
  const decide = useDecide(person, onDecided);
  useEffect(() => undo.current?.focus(), [decision]);
  return (
    <Notice tone="calm" role="status">
      {approved ? m.approved(person) : m.revoked(person)}
      <Button ref={undo} variant="default" loading={decide.isPending} onClick={() => decide.mutate(!approved)}>
        {m.undo}
      </Button>
      {decide.error && (
        <Text c="red" role="alert">
          {errorText(decide.error, language)}
        </Text>
      )}
    </Notice>
  );
}
