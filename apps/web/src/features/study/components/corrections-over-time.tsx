import { Stack, Text } from '@mantine/core';
import { useMemo } from 'react';
import type { ProgressPoint } from '@ieum/api-contract';
import { useMessages } from '../../../shared/i18n/use-messages';
import { Section } from '../../../shared/ui/section';
import { studyMessages } from '../messages';
import { correctionsOf, toColumns } from '../progress-columns';
import { ProgressChart } from './progress-chart';
import { ProgressTable } from './progress-table';

/** What was corrected when, by category. */
export function CorrectionsOverTime({ points }: { readonly points: readonly ProgressPoint[] }) {
  const m = useMessages(studyMessages);
  const columns = useMemo(() => toColumns(points), [points]);
  return (
    <Section title={m.progress} lead={m.progressHint}>
      <Stack gap="md">
        <Text fw={600}>{m.summary({ corrections: correctionsOf(points), meetings: points.length })}</Text>
        <ProgressChart progress={columns} />
        <ProgressTable progress={columns} />
      </Stack>
    </Section>
  );
}
