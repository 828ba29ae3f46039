import type { AdminQuestion } from '@ieum/api-contract';
import { Button, Group, Stack, Text } from '@mantine/core';
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { errorText } from '../../../shared/i18n/error-messages';
import { useLanguage } from '../../../shared/i18n/language-provider';
import { useMessages } from '../../../shared/i18n/use-messages';
import { usePracticeWords } from '../../../shared/practice/use-practice-words';
import { ErrorState } from '../../../shared/ui/error-state';
import { Loading } from '../../../shared/ui/loading';
import { Row, Rows } from '../components/facts';
import { questionMessages } from './question-messages';
import { type QuestionChoice, questionsKey, questionsQuery, setRetired } from './question-queries';

interface QuestionListProps {
  readonly choice: QuestionChoice;
  readonly onEdit: (question: AdminQuestion) => void;
}

export function QuestionList({ choice, onEdit }: QuestionListProps) {
  const m = useMessages(questionMessages);
  const found = useInfiniteQuery(questionsQuery(choice));
  if (found.isPending) return <Loading lines={6} />;
  if (!found.data) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />;
  const questions = found.data.pages.flatMap(({ items }) => items);
  const total = found.data.pages[0]?.total ?? 0;
  return (
    <Stack gap="md">
      <Text role="status">{total === 0 ? m.none : m.found({ n: total })}</Text>
      <Rows>
        {questions.map((question) => (
          <QuestionRow key={question.id} question={question} onEdit={onEdit} />
        ))}
      </Rows>
      {found.error && <ErrorState error={found.error} />}
      {found.hasNextPage && (
        <Group justify="center">
          <Button variant="default" loading={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
            {m.more}
          </Button>
        </Group>
      )}
    </Stack>
  );
}

interface QuestionRowProps {
  readonly question: AdminQuestion;
  readonly onEdit: (question: AdminQuestion) => void;
}

function QuestionRow({ question, onEdit }: QuestionRowProps) {
  const m = useMessages(questionMessages);
  const names = usePracticeWords();
  const { language } = useLanguage();
  const client = useQueryClient();
  const { id, key, topic, type, minLevel, maxLevel, text, help, retiredAt } = question;
  const isRetired = retiredAt !== null;
  const turn = useMutation({
    mutationFn: () => setRetired(id, !isRetired),
    onSuccess: () => client.invalidateQueries({ queryKey: questionsKey }),
  });
  return (
    <Row
      title={<span lang="en">{text}</span>}
      facts={[
        { label: m.help, value: <span lang="ko">{help}</span>, wide: true },
        { label: m.topic, value: names.topics[topic] },
        { label: m.type, value: names.types[type] },
        { label: m.levels, value: `${minLevel}–${maxLevel}` },
        { label: m.state, value: isRetired ? m.retired : m.inUse },
        { label: m.key, value: key },
      ]}
    >
      <Group gap="xs">
        <Button variant="default" aria-label={m.editNamed({ key })} onClick={() => onEdit(question)}>
          {m.edit}
        </Button>
        <Button
          variant="default"
          loading={turn.isPending}
          aria-label={isRetired ? m.restoreNamed({ key }) : m.retireNamed({ key })}
          onClick={() => turn.mutate()}
        >
          {isRetired ? m.restore : m.retire}
        </Button>
      </Group>
      {turn.error && (
        <Text c="red" role="alert">
          {errorText(turn.error, language)}
        </Text>
      )}
    </Row>
  );
}
