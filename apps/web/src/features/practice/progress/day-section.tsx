import { Stack, Text, VisuallyHidden } from '@mantine/core';
import type { PracticeProgressResponse } from '@ieum/api-contract';
import { useMessages } from '../../../shared/i18n/use-messages';
import { Section } from '../../../shared/ui/section';
import { DayChart } from './day-chart';
import type { DayValue } from './day-chart';
import { progressMessages } from './progress-messages';
import classes from './progress.module.css';
import { useDayNames } from './use-day-names';

interface DaySectionProps {
  readonly progress: Pick<PracticeProgressResponse, 'from' | 'today'>;
  readonly title: string;
  readonly lead: string;
  /** What is counted. */
  readonly unit: string;
  readonly values: readonly DayValue[];
  readonly kind: 'columns' | 'line';
  /** Instead of an empty chart. */
  readonly none: string;
}

/** One figure over the days: as a chart, and as a table, the newest first. */
export function DaySection({ progress, title, lead, unit, values, kind, none }: DaySectionProps) {
  const m = useMessages(progressMessages);
  const names = useDayNames();
  if (values.length === 0) {
    return (
      <Section title={title}>
        <Text>{none}</Text>
      </Section>
    );
  }
  return (
    <Section title={title} lead={lead}>
      <Stack gap="md">
        <DayChart {...progress} values={values} kind={kind} label={m.chart({ unit, n: values.length })} />
        <details className={classes.details}>
          <summary>
            {m.table}
            <VisuallyHidden>: {title}</VisuallyHidden>
          </summary>
          <table className={classes.table}>
            <thead>
              <tr>
                <th scope="col">{m.day}</th>
                <th scope="col">{unit}</th>
              </tr>
            </thead>
            <tbody>
              {values.toReversed().map(({ day, value }) => (
                <tr key={day}>
                  <th scope="row">{names.long(day)}</th>
                  <td>{value}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </details>
      </Stack>
    </Section>
  );
}
