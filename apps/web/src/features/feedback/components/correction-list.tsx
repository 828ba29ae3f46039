import { Badge, Button, Group, Paper, Stack, Text, VisuallyHidden } from '@mantine/core';
import { CORRECTION_CATEGORIES } from '@ieum/signaling-protocol';
import type { Correction, CorrectionCategory } from '@ieum/signaling-protocol';
import { useState } from 'react';
import { useConsultWords } from '../../../shared/consult/use-consult-words';
import { useMessages } from '../../../shared/i18n/use-messages';
import { saveText } from '../../../shared/lib/save-file';
import { toCsv } from '../corrections-csv';
import { feedbackMessages } from '../messages';
import classes from './feedback.module.css';
import { OutcomeBadge } from './outcome-badge';

interface CorrectionListProps {
  readonly corrections: readonly Correction[];
  /** In the name of the file. */
  readonly date: string;
}

/** The corrections by category, all of them or those of one; and as a table to keep. */
export function CorrectionList({ corrections, date }: CorrectionListProps) {
  const m = useMessages(feedbackMessages);
  const words = useConsultWords();
  const [only, setOnly] = useState<CorrectionCategory | null>(null);
  const counts = CORRECTION_CATEGORIES.map((category) => ({
    category,
    n: corrections.filter((correction) => correction.category === category).length,
  })).filter(({ n }) => n > 0);
  // The order of the categories, and within each that of the feedback.
  const shown = counts
    .filter(({ category }) => only === null || category === only)
    .flatMap(({ category }) => corrections.filter((correction) => correction.category === category));
  const save = () => {
    const columns = { before: m.before, after: m.after, category: m.category, comment: m.comment, outcome: m.outcome };
    const csv = toCsv(corrections, {
      columns,
      category: ({ category }) => words.categories[category],
      outcome: ({ outcome }) => (outcome ? m.outcomes[outcome] : ''),
    });
    saveText(`${m.csvName} ${date}.csv`, csv, 'text/csv');
  };
  const choice = (label: string, value: CorrectionCategory | null) => (
    <Button
      key={value ?? 'all'}
      variant={only === value ? 'light' : 'default'}
      aria-pressed={only === value}
      onClick={() => setOnly(value)}
    >
      {label}
    </Button>
  );
  return (
    <Stack gap="sm">
      {counts.length > 1 && (
        <Group gap={8} role="group" aria-label={m.filter}>
          {choice(m.all({ n: corrections.length }), null)}
          {counts.map(({ category, n }) => choice(m.some({ category: words.categories[category], n }), category))}
        </Group>
      )}
      <VisuallyHidden role="status">{only !== null && m.shown({ n: shown.length })}</VisuallyHidden>
      <Stack component="ol" gap="sm" className={classes.corrections}>
        {shown.map((correction, index) => (
          <li key={index}>
            <CorrectionCard correction={correction} />
          </li>
        ))}
      </Stack>
      <Group>
        <Button variant="default" onClick={save}>
          {m.saveCsv}
        </Button>
      </Group>
    </Stack>
  );
}

function CorrectionCard({ correction }: { readonly correction: Correction }) {
  const m = useMessages(feedbackMessages);
  const words = useConsultWords();
  return (
    <Paper withBorder p="md" radius="md">
      <Group gap={6} mb="xs">
        <Badge variant="light" tt="none">
          {words.categories[correction.category]}
        </Badge>
        {correction.outcome && <OutcomeBadge outcome={correction.outcome} />}
      </Group>
      {correction.before && (
        <Text className={classes.before}>
          <VisuallyHidden>{correction.after ? m.before : m.deletion}: </VisuallyHidden>
          <del>{correction.before}</del>
        </Text>
      )}
      {correction.after && (
        <Text className={classes.after}>
          <VisuallyHidden>{correction.before ? m.after : m.insertion}: </VisuallyHidden>
          <ins>{correction.after}</ins>
        </Text>
      )}
      {correction.comment && (
        <Text fz="sm" mt="xs" className={classes.text}>
          {correction.comment}
        </Text>
      )}
    </Paper>
  );
}
