import type { QuestionFileFormat } from '@ieum/api-contract';
import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useMessages } from '../../../shared/i18n/use-messages';
import { saveFile } from '../../../shared/lib/save-file';
import { ErrorState } from '../../../shared/ui/error-state';
import { questionMessages } from './question-messages';
import { fetchQuestionFile } from './question-queries';

/** Downloads of all that are in use. */
export function FileButtons() {
  const m = useMessages(questionMessages);
  const download = useMutation({
    mutationFn: async (format: QuestionFileFormat) => {
      saveFile(`ieum-questions.${format}`, await fetchQuestionFile(format));
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
