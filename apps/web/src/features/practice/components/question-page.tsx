import { Button, Skeleton, Stack } from '@mantine/core';
import type { Recording } from '@ieum/api-contract';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { useMessages } from '../../../shared/i18n/use-messages';
import { ApiError } from '../../../shared/lib/api-error';
import { EmptyState } from '../../../shared/ui/empty-state';
import { ErrorState } from '../../../shared/ui/error-state';
import { Page } from '../../../shared/ui/page';
import { useStoredTake } from '../hooks/use-stored-take';
import { practiceMessages } from '../messages';
import { lastDrawQuery, questionQuery } from '../practice-queries';
import { questionMessages } from '../question-messages';
import { AnotherQuestion } from './another-question';
import type { PracticeLinks } from './practice-links';
import { QuestionCard } from './question-card';
import { Takes } from './takes';

interface RecorderSlot {
  readonly questionId: string;
  /** The server has another take. */
  readonly onStored: (take: Recording) => void;
}

interface QuestionPageProps {
  readonly questionId: string;
  readonly links: PracticeLinks;
  /** Records answers to the question. */
  readonly renderRecorder: (slot: RecorderSlot) => ReactNode;
  /** What a take is played by. */
  readonly renderTake: (take: Recording, name: string) => ReactNode;
  /** What the learner writes. */
  readonly script: ReactNode;
}

/** One question: heard, read, answered. Each draw of it is a page of its own. */
export function QuestionPage(props: QuestionPageProps) {
  const { questionId } = props;
  const { data, dataUpdatedAt } = useQuery(lastDrawQuery);
  const drawn = data?.question.id === questionId ? data : null;
  return <OneDraw key={`${questionId} ${drawn ? dataUpdatedAt : 0}`} {...props} drawn={drawn} />;
}

interface OneDrawProps extends QuestionPageProps {
  /** How this question came here; null after a reload, or by a link. */
  readonly drawn: { readonly unseen: number; readonly newRound: boolean } | null;
}

function OneDraw({ questionId, links, renderRecorder, renderTake, script, drawn }: OneDrawProps) {
  const m = useMessages(questionMessages);
  const studio = useMessages(practiceMessages);
  const { data, error, refetch } = useQuery(questionQuery(questionId));
  const onStored = useStoredTake();
  const lead = drawn && (drawn.newRound ? studio.newRound : studio.unseen({ n: drawn.unseen }));
  return (
    <Page title={m.title} documentTitle={`${m.documentTitle} · ${studio.title}`} {...(lead ? { lead } : {})}>
      {data ? (
        <Stack gap="xl">
          <QuestionCard question={data.question} />
          {renderRecorder({ questionId, onStored })}
          <Takes questionId={questionId} compareHref={links.compare(questionId)} renderTake={renderTake} />
          {script}
          <AnotherQuestion links={links} />
        </Stack>
      ) : error instanceof ApiError && error.code === 'questions/not-found' ? (
        <EmptyState
          title={m.notFoundTitle}
          description={m.notFound}
          action={
            <Button component={Link} href={links.home} size="md">
              {m.toStudio}
            </Button>
          }
        />
      ) : error ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : (
        <Stack role="status" aria-label={m.loading}>
          <Skeleton height={320} radius="lg" />
        </Stack>
      )}
    </Page>
  );
}
