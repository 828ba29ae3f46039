import type { AdminQuestion, ImportQuestionsResponse } from '@ieum/api-contract';
import { Button, Group, Stack } from '@mantine/core';
import { useState } from 'react';
import { useMessages } from '../../../shared/i18n/use-messages';
import { Notice } from '../../../shared/ui/notice';
import { FileButtons } from './file-buttons';
import { ImportDialog } from './import-dialog';
import { QuestionDialog } from './question-dialog';
import { QuestionFilter } from './question-filter';
import { QuestionList } from './question-list';
import { questionMessages } from './question-messages';
import type { QuestionChoice } from './question-queries';

const ALL_IN_USE: QuestionChoice = { topic: '', type: '', retired: 'no', q: '' };

/** The questions that learners practise with: to find, write, retire, and to take out and in as files. */
export function QuestionsPage() {
  const m = useMessages(questionMessages);
  const [choice, setChoice] = useState(ALL_IN_USE);
  const [editing, setEditing] = useState<AdminQuestion | 'new' | null>(null);
  const [importing, setImporting] = useState(false);
  const [imported, setImported] = useState<ImportQuestionsResponse | null>(null);
  return (
    <Stack gap="md">
      <Group gap="sm">
        <Button onClick={() => setEditing('new')}>{m.add}</Button>
        <Button variant="default" onClick={() => setImporting(true)}>
          {m.import}
        </Button>
        <FileButtons />
      </Group>
      {imported && (
        <Notice tone="calm" role="status">
          {m.imported(imported)}
        </Notice>
      )}
      <QuestionFilter choice={choice} onChoose={setChoice} />
      <QuestionList choice={choice} onEdit={setEditing} />
      <QuestionDialog question={editing} onClose={() => setEditing(null)} />
      <ImportDialog
        opened={importing}
        onClose={() => setImporting(false)}
        onImported={(counts) => {
          setImporting(false);
          setImported(counts);
        }}
      />
    </Stack>
  );
}
