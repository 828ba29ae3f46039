import { DOCTOR_WORDS } from '@ieum/api-contract';
import type { DoctorFinding } from '@ieum/api-contract';
import { Button, Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useFormat } from '../../../shared/i18n/use-format';
import { useLanguage } from '../../../shared/i18n/language-provider';
import { useMessages } from '../../../shared/i18n/use-messages';
import { ErrorState } from '../../../shared/ui/error-state';
import { Loading } from '../../../shared/ui/loading';
import { Notice } from '../../../shared/ui/notice';
import { doctorMessages } from '../doctor-messages';
import { doctorQuery } from '../doctor-query';
import classes from './doctor-page.module.css';
import { Facts } from './facts';

const TONES = { ok: 'calm', warning: 'warm', failing: 'bad' } as const;

/** What the server finds when it looks at itself, and how to mend what is broken. */
export function DoctorPage() {
  const m = useMessages(doctorMessages);
  const format = useFormat();
  const { data: report, error, isFetching, refetch } = useQuery(doctorQuery);
  if (!report) {
    if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
    return (
      <Stack gap="md">
        <Text role="status">{m.looking}</Text>
        <Loading lines={4} />
      </Stack>
    );
  }
  return (
    <Stack gap="md">
      <Group justify="space-between" align="center" gap="sm">
        <Text c="dimmed">{m.checkedAt({ moment: format.dateTime(report.checkedAt) })}</Text>
        <Button size="md" variant="default" loading={isFetching} onClick={() => void refetch()}>
          {m.again}
        </Button>
      </Group>
      <Notice tone={TONES[report.state]} role="status">
        {m.overall[report.state]}
      </Notice>
      {error && <ErrorState error={error} />}
      <ul className={classes.findings}>
        {report.findings.map((finding) => (
          <Finding key={`${finding.check} ${finding.about}`} finding={finding} />
        ))}
      </ul>
    </Stack>
  );
}

function Finding({ finding: { check, about, state, reasons, figures } }: { readonly finding: DoctorFinding }) {
  const m = useMessages(doctorMessages);
  const { language } = useLanguage();
  const words = DOCTOR_WORDS[language];
  return (
    <li className={classes.finding} data-state={state}>
      <div className={classes.head}>
        <h2 className={classes.name}>
          {words.checks[check]}
          {about !== null && <span className={classes.about}>{about}</span>}
        </h2>
        <strong className={classes.state}>{words.states[state]}</strong>
      </div>
      {reasons.map((reason) => (
        <div key={reason}>
          <p className={classes.what}>{words.reasons[reason].what}</p>
          <p className={classes.fix}>
            <b>{m.fix}:</b> {words.reasons[reason].fix}
          </p>
        </div>
      ))}
      <Facts facts={figures.map(({ name, value }) => ({ label: words.figures[name], value }))} />
    </li>
  );
}
