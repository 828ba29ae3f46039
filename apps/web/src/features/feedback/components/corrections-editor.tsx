import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useMessages } from '../../../shared/i18n/use-messages';
import { ROWS_MAX } from '../draft-content';
import type { DraftRow } from '../draft-content';
import { feedbackMessages } from '../messages';
import { CorrectionRow } from './correction-row';

interface CorrectionsEditorProps {
  readonly rows: readonly DraftRow[];
  readonly onChange: (rows: readonly DraftRow[]) => void;
}

export function CorrectionsEditor({ rows, onChange }: CorrectionsEditorProps) {
  const m = useMessages(feedbackMessages);
  const [removed, setRemoved] = useState<{ row: DraftRow; index: number } | null>(null);
  const [addedKey, setAddedKey] = useState<string | null>(null);

  const add = () => {
    const key = crypto.randomUUID();
    setAddedKey(key);
    onChange([...rows, { key, before: '', after: '', category: rows.at(-1)?.category ?? 'grammar', comment: '' }]);
  };
  const remove = (index: number) => {
    const row = rows[index];
    if (!row) return;
    setRemoved({ row, index });
    onChange(rows.toSpliced(index, 1));
  };
  const undo = () => {
    if (!removed) return;
    onChange(rows.toSpliced(removed.index, 0, removed.row));
    setRemoved(null);
  };

  return (
    <Stack gap="sm" component="section" aria-label={m.corrections}>
      <Title order={2} size="h4">
        {m.corrections}
      </Title>
      <Text c="dimmed" fz="sm">
        {rows.some(({ sourceId }) => sourceId) ? m.correctionsTaken : m.correctionsHint}
      </Text>
      {rows.map((row, index) => (
        <CorrectionRow
          key={row.key}
          row={row}
          number={index + 1}
          autoFocus={row.key === addedKey}
          onChange={(changed) => onChange(rows.with(index, changed))}
          onRemove={() => remove(index)}
        />
      ))}
      <div role="status">
        {removed && (
          <Group gap="sm">
            <Text>{m.removed}</Text>
            <Button variant="light" onClick={undo}>
              {m.undo}
            </Button>
          </Group>
        )}
      </div>
      <Group>
        <Button variant="default" size="md" onClick={add} disabled={rows.length >= ROWS_MAX}>
          + {m.add}
        </Button>
      </Group>
    </Stack>
  );
}
