import { Group, Paper, Stack, Text } from '@mantine/core';
import type { Consult } from '@ieum/signaling-protocol';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { CrisisLines } from '../../../shared/consult/crisis-lines';
import { RequestCard } from '../../../shared/consult/request-card';
import { SoundSwitch } from '../../../shared/sound/sound-switch';
import { useConsultAction } from '../../../shared/consult/use-consult';
import { useTickingNow } from '../../../shared/hooks/use-ticking-now';
import { errorText } from '../../../shared/i18n/error-messages';
import { formatClock } from '../../../shared/lib/format-clock';
import { useLanguage } from '../../../shared/i18n/language-provider';
import { useMessages } from '../../../shared/i18n/use-messages';
import { ConfirmDialog } from '../../../shared/ui/confirm-dialog';
import { SteadyButton } from '../../../shared/ui/steady-button';
import { useMentorsOnline } from '../hooks/use-mentors-online';
import { waitingMessages } from '../messages';
import classes from './waiting-view.module.css';

interface WaitingViewProps {
  readonly consult: Consult;
  /** What one can do meanwhile. */
  readonly readyCheck: ReactNode;
}

/** The wait, told as it is. */
export function WaitingView({ consult, readyCheck }: WaitingViewProps) {
  const m = useMessages(waitingMessages);
  const { language } = useLanguage();
  const mentors = useMentorsOnline(consult.id);
  const now = useTickingNow();
  const cancel = useConsultAction(consult.id, 'cancel');
  const [asking, setAsking] = useState(false);
  const waited = formatClock(now - Date.parse(consult.createdAt));
  return (
    <Stack gap="lg" maw={640}>
      <Paper withBorder p="lg" radius="md">
        <Group wrap="nowrap" gap="lg" align="flex-start">
          <span className={classes.pulse} data-active={mentors !== 0} aria-hidden="true" />
          <Stack gap={4}>
            <Text fz="lg" fw={600} role="status">
              {mentors === null ? m.mentorsUnknown : m.mentors({ count: mentors })}
            </Text>
            {mentors === 0 && <Text>{m.noneHint}</Text>}
            <Text>
              {m.waited}{' '}
              <Text span fw={700} className={classes.clock} role="timer" aria-label={`${m.waited} ${waited}`}>
                {waited}
              </Text>
            </Text>
          </Stack>
        </Group>
      </Paper>
      <Stack gap={6}>
        <Text>{m.alert}</Text>
        <Text c="dimmed">{m.leaveHint}</Text>
      </Stack>
      {consult.kind === 'counselling' && <CrisisLines />}
      {readyCheck}
      <section aria-label={m.yours}>
        <Text fz="sm" fw={600} mb="xs">
          {m.yours}
        </Text>
        <RequestCard
          kind={consult.kind}
          topic={consult.topic}
          language={consult.language}
          nickname={consult.student.nickname}
          message={consult.message}
          age={waited}
          readiness={consult.readiness}
          carries={consult.carries}
        />
      </section>
      {cancel.error && (
        <Text c="red" role="alert">
          {errorText(cancel.error, language)}
        </Text>
      )}
      <Group justify="space-between">
        <SteadyButton variant="default" size="md" loading={cancel.isPending} onClick={() => setAsking(true)}>
          {m.cancel}
        </SteadyButton>
        <SoundSwitch />
      </Group>
      <ConfirmDialog
        opened={asking}
        title={m.cancelTitle}
        confirmLabel={m.cancelConfirm}
        cancelLabel={m.cancelKeep}
        danger
        onCancel={() => setAsking(false)}
        onConfirm={() => {
          setAsking(false);
          cancel.mutate();
        }}
      >
        {m.cancelText}
      </ConfirmDialog>
    </Stack>
  );
}
