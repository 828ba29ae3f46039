import type { ImportQuestionsRequest, ImportQuestionsResponse } from '@ieum/api-contract';
import { Button, Group, Stack, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import type { ChangeEvent } from 'react';
import { useMessages } from '../../../shared/i18n/use-messages';
import { ApiError } from '../../../shared/lib/api-error';
import { Dialog } from '../../../shared/ui/dialog';
import { ErrorState } from '../../../shared/ui/error-state';
import { questionMessages } from './question-messages';
import type { QuestionWords } from './question-messages';
import { importQuestions, questionsKey } from './question-queries';

/** More than one reads at a time. */
const SHOWN_MISTAKES = 20;

interface ImportFormProps {
  readonly onClose: () => void;
  readonly onImported: (counts: ImportQuestionsResponse) => void;
}

export function ImportDialog({ opened, ...form }: ImportFormProps & { readonly opened: boolean }) {
  const m = useMessages(questionMessages);
  return (
    <Dialog opened={opened} wide title={m.import} onClose={form.onClose}>
      <ImportForm {...form} />
    </Dialog>
  );
}

/** Takes questions over from a file, once the admin has seen what would happen. */
function ImportForm({ onClose, onImported }: ImportFormProps) {
  const m = useMessages(questionMessages);
  const client = useQueryClient();
  const chooser = useRef<HTMLInputElement>(null);
  const preview = useMutation({
    mutationFn: async (file: File) => {
      const body: ImportQuestionsRequest = {
        format: file.name.toLowerCase().endsWith('.json') ? 'json' : 'csv',
        text: await file.text(),
      };
      return { body, name: file.name, counts: await importQuestions(body, true) };
    },
  });
  const takeOver = useMutation({
    mutationFn: (body: ImportQuestionsRequest) => importQuestions(body, false),
    onSuccess: async (counts) => {
      onImported(counts);
      await client.invalidateQueries({ queryKey: questionsKey });
    },
  });
  const choose = (event: ChangeEvent<HTMLInputElement>) => {
    const [file] = event.currentTarget.files ?? [];
    takeOver.reset();
    if (file) preview.mutate(file);
    // The same file again, once it is mended.
    event.currentTarget.value = '';
  };
  const error = takeOver.error ?? preview.error;
  return (
    <>
      <Text>{m.importLead}</Text>
      <input ref={chooser} type="file" accept=".csv,.json,text/csv,application/json" hidden onChange={choose} />
      <Group>
        <Button variant="default" loading={preview.isPending} onClick={() => chooser.current?.click()}>
          {m.choose}
        </Button>
        {preview.data && <Text>{preview.data.name}</Text>}
      </Group>
      {preview.data && <Text role="status">{m.preview(preview.data.counts)}</Text>}
      {error && <Mistakes error={error} />}
      <Group justify="flex-end" gap="sm">
        <Button variant="default" onClick={onClose}>
          {m.cancel}
        </Button>
        <Button
          disabled={!preview.data}
          loading={takeOver.isPending}
          onClick={() => preview.data && takeOver.mutate(preview.data.body)}
        >
          {m.takeOver}
        </Button>
      </Group>
    </>
  );
}

/** What is the matter, in words; a mistake in how the file is written has many names. */
function wordsOf(words: QuestionWords['mistakes'], code: string): string {
  if (Object.hasOwn(words, code)) return words[code as keyof typeof words];
  return code.startsWith('csv_') || code === 'invalid_csv' ? words.csv : words.other;
}

/** Why nothing was taken over, and where it stands in the file. */
function Mistakes({ error }: { readonly error: unknown }) {
  const m = useMessages(questionMessages);
  const issues = error instanceof ApiError && error.code === 'questions/bad-file' ? (error.issues ?? []) : [];
  return (
    <Stack gap="xs">
      <ErrorState error={error} />
      {issues.length > 0 && (
        <ul>
          {issues.slice(0, SHOWN_MISTAKES).map(({ path, code }, index) => {
            const [row = '', field = ''] = path.split('.');
            const what = wordsOf(m.mistakes, code);
            return <li key={index}>{m.mistake({ row, field, what })}</li>;
          })}
          {issues.length > SHOWN_MISTAKES && <li>{m.moreMistakes({ n: issues.length - SHOWN_MISTAKES })}</li>}
        </ul>
      )}
    </Stack>
  );
}
