import { Button, Group, NativeSelect, Paper, SimpleGrid, Text, Textarea, TextInput } from '@mantine/core';
import { CORRECTION_CATEGORIES } from '@ieum/signaling-protocol';
import type { CorrectionCategory } from '@ieum/signaling-protocol';
import { useConsultWords } from '../../../shared/consult/use-consult-words';
import { useMessages } from '../../../shared/i18n/use-messages';
import type { DraftRow } from '../draft-content';
import { feedbackMessages } from '../messages';
import { OutcomeBadge } from './outcome-badge';

interface CorrectionRowProps {
  readonly row: DraftRow;
  readonly number: number;
  readonly autoFocus: boolean;
  readonly onChange: (row: DraftRow) => void;
  readonly onRemove: () => void;
}

export function CorrectionRow({ row, number, autoFocus, onChange, onRemove }: CorrectionRowProps) {
  const m = useMessages(feedbackMessages);
  const words = useConsultWords();
  return (
    <Paper component="fieldset" withBorder p="md" radius="md" m={0} aria-label={m.correction({ n: number })}>
      <Group justify="space-between" mb="xs">
        <Group gap="xs">
          <Text fw={600}>{m.correction({ n: number })}</Text>
          {row.outcome && <OutcomeBadge outcome={row.outcome} />}
        </Group>
        <Button variant="subtle" color="gray" onClick={onRemove} aria-label={m.remove({ n: number })}>
          ✕
        </Button>
      </Group>
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
        <Textarea
          label={m.before}
          size="md"
          autosize
          minRows={1}
          maxLength={2000}
          data-autofocus={autoFocus || undefined}
          ref={autoFocus ? focusOnce : undefined}
          value={row.before}
          onChange={(event) => onChange({ ...row, before: event.currentTarget.value })}
        />
        <Textarea
          label={m.after}
          size="md"
          autosize
          minRows={1}
          maxLength={2000}
          value={row.after}
          onChange={(event) => onChange({ ...row, after: event.currentTarget.value })}
        />
        <NativeSelect
          label={m.category}
          size="md"
          data={CORRECTION_CATEGORIES.map((value) => ({ value, label: words.categories[value] }))}
          value={row.category}
          onChange={(event) => onChange({ ...row, category: event.currentTarget.value as CorrectionCategory })}
        />
        <TextInput
          label={m.comment}
          size="md"
          maxLength={1000}
          value={row.comment}
          onChange={(event) => onChange({ ...row, comment: event.currentTarget.value })}
        />
      </SimpleGrid>
    </Paper>
  );
}

/** A row that is added or brought back takes the focus when it appears. */
function focusOnce(element: HTMLTextAreaElement | null): void {
  if (element && element.dataset['autofocus'] && !element.dataset['focused']) {
    element.dataset['focused'] = 'true';
    element.focus();
  }
}
