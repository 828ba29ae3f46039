import { Button, Text, VisuallyHidden } from '@mantine/core';
import type { FeedbackJob } from '@ieum/api-contract';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { errorText } from '../../../../shared/i18n/error-messages';
import { useLanguage } from '../../../../shared/i18n/language-provider';
import { useMessages } from '../../../../shared/i18n/use-messages';
import { useTickingNow } from '../../../../shared/hooks/use-ticking-now';
import { formatClock } from '../../../../shared/lib/format-clock';
import { ConfirmDialog } from '../../../../shared/ui/confirm-dialog';
import { SteadyButton } from '../../../../shared/ui/steady-button';
import { timeLeft } from '../claim-left';
import { jobMessages } from '../job-messages';
import { changeJob, jobQuery } from '../job-queries';
import { useJobChange } from '../use-job-change';
import classes from '../written-feedback.module.css';

/** The clocks of two machines never quite agree: it is looked until the server says so, too. */
const LOOK_EVERY_MS = 2_000;

/** How long the mentor has it still; more time, or giving it back. */
export function ClaimBar({ job }: { readonly job: FeedbackJob }) {
  const m = useMessages(jobMessages);
  const { language } = useLanguage();
  const [asking, setAsking] = useState(false);
  const extend = useJobChange(job.id, () => changeJob(job.id, 'extend'));
  const release = useJobChange(job.id, () => changeJob(job.id, 'release'));
  const leftMs = Date.parse(job.claimedUntil ?? '') - useTickingNow();
  const told = timeLeft(leftMs);
  const isOver = told === 'over';
  const client = useQueryClient();
  useEffect(() => {
    if (!isOver) return undefined;
    const look = () => void client.invalidateQueries({ queryKey: jobQuery(job.id).queryKey });
    look();
    const timer = setInterval(look, LOOK_EVERY_MS);
    return () => clearInterval(timer);
  }, [isOver, client, job.id]);
  const error = extend.error ?? release.error;
  return (
    <div className={classes.bar}>
      <span className={classes.clock} role="timer" aria-live="off">
        {m.left({ clock: formatClock(leftMs) })}
      </span>
      <VisuallyHidden role="status">{told !== 'enough' && m.leftTold[told]}</VisuallyHidden>
      <SteadyButton
        variant="light"
        disabled={job.extensionsLeft === 0}
        loading={extend.isPending}
        onClick={() => extend.mutate(undefined)}
      >
        {m.extend}
      </SteadyButton>
      {job.extensionsLeft > 0 && <Text fz="sm">{m.extensionsLeft({ n: job.extensionsLeft })}</Text>}
      <Button variant="subtle" aria-disabled={release.isPending} onClick={() => setAsking(true)}>
        {m.release}
      </Button>
      {error && (
        <Text c="red" role="alert">
          {errorText(error, language)}
        </Text>
      )}
      <ConfirmDialog
        opened={asking}
        title={m.releaseTitle}
        confirmLabel={m.release}
        cancelLabel={m.stay}
        onCancel={() => setAsking(false)}
        onConfirm={() => {
          setAsking(false);
          if (!release.isPending) release.mutate(undefined);
        }}
      >
        {m.releaseText}
      </ConfirmDialog>
    </div>
  );
}
