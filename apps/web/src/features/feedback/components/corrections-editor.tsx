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
  const [shownKey, setShownKey] = useState<string | null>(null);

  const add = () => {
    const key = crypto.randomUUID();
    setShownKey(key);
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
    setShownKey(removed.row.key);
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
          autoFocus={row.key === shownKey}
          onChange={(changed) => onChange(rows.with(index, changed))}
          onRemove={() => remove(index)}
        />
      ))}
      <div role="status">
        {removed && (
          <Group gap="sm">
            <Text>{m.removed}</Text>
            <Button key={removed.row.key} ref={focus} variant="light" onClick={undo}>
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

/** What had the focus is gone with its row. */
const focus = (button: HTMLButtonElement | null): void => button?.focus({ preventScroll: true });
