import type { QuestionFileFormat } from '@ieum/api-contract';
import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useMessages } from '../../../shared/i18n/use-messages';
import { saveText } from '../../../shared/lib/save-file';
import { ErrorState } from '../../../shared/ui/error-state';
import { questionMessages } from './question-messages';
import { fetchQuestionFile } from './question-queries';

const MEDIA_TYPES = { csv: 'text/csv', json: 'application/json' } as const;
const BYTE_ORDER_MARK = '\uFEFF';

/** Downloads of all that are in use. */
export function FileButtons() {
  const m = useMessages(questionMessages);
  const download = useMutation({
    mutationFn: async (format: QuestionFileFormat) => {
      const text = await fetchQuestionFile(format);
      // Reading a text takes its mark away, by which spreadsheets know that it is UTF-8.
      saveText(`ieum-questions.${format}`, (format === 'csv' ? BYTE_ORDER_MARK : '') + text, MEDIA_TYPES[format]);
    },
  });
  const button = (format: QuestionFileFormat, label: string) => (
    <Button
      variant="default"
      loading={download.isPending && download.variables === format}
      onClick={() => download.mutate(format)}
    >
      {label}
    </Button>
  );
  return (
    <>
      {button('csv', m.downloadCsv)}
      {button('json', m.downloadJson)}
      {download.error && <ErrorState error={download.error} />}
    </>
  );
}
