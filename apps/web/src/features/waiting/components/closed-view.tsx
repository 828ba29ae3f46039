import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import type { Consult, Readiness } from '@ieum/signaling-protocol';
import { RequestCard } from '../../../shared/consult/request-card';
import { errorText } from '../../../shared/i18n/error-messages';
import { useLanguage } from '../../../shared/i18n/language-provider';
import { useMessages } from '../../../shared/i18n/use-messages';
import { SteadyButton } from '../../../shared/ui/steady-button';
import { closedText } from '../closed-text';
import { useAskAgain } from '../hooks/use-ask-again';
import { waitingMessages } from '../messages';

interface ClosedViewProps {
  readonly consult: Consult;
  /** Who closed the meeting, where a mentor had accepted and this is known. */
  readonly closedBy: 'me' | 'partner' | 'nobody' | null;
  /** What the last device check of this tab came to. */
  readonly readinessNow: () => Readiness | null;
  readonly onOpen: (consult: Consult) => void;
  /** Opens the form with the same words. */
  readonly onChange: () => void;
}

/** The wait is over without a mentor: the next step is one tap away, nothing is typed again. */
export function ClosedView({ consult, closedBy, readinessNow, onOpen, onChange }: ClosedViewProps) {
  const m = useMessages(waitingMessages);
  const { language } = useLanguage();
  const again = useAskAgain({ consult, readinessNow, onOpen });
  return (
    <Stack gap="md" maw={640}>
      <Text>{closedText(m, consult, closedBy)}</Text>
      <RequestCard
        kind={consult.kind}
        topic={consult.topic}
        language={consult.language}
        nickname={consult.student.nickname}
        message={consult.message}
        age={null}
      />
      {again.error && (
        <Alert color="red" role="alert">
          {errorText(again.error, language)}
        </Alert>
      )}
      <Group>
        <SteadyButton size="md" loading={again.isPending} onClick={() => again.mutate()}>
          {m.again}
        </SteadyButton>
        <Button size="md" variant="default" onClick={onChange}>
          {m.change}
        </Button>
      </Group>
    </Stack>
  );
}
