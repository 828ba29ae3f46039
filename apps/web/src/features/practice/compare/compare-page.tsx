import type { Recording } from '@ieum/api-contract';
import { Button, Group, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { Link, useLocation, useSearch } from 'wouter';
import { useMessages } from '../../../shared/i18n/use-messages';
import { ApiError } from '../../../shared/lib/api-error';
import { EmptyState } from '../../../shared/ui/empty-state';
import { ErrorState } from '../../../shared/ui/error-state';
import { Loading } from '../../../shared/ui/loading';
import { Page } from '../../../shared/ui/page';
import type { PracticeLinks } from '../components/practice-links';
import { useStoredTake } from '../hooks/use-stored-take';
import { takesQuery } from '../practice-queries';
import { questionMessages } from '../question-messages';
import { scriptQuery } from '../script/script-queries';
import { heldTakes, readWanted, wantedQuery } from './choose-takes';
import type { WantedTakes } from './choose-takes';
import { compareMessages } from './compare-messages';
import { StoredTakes } from './stored-takes';

interface ComparePageProps {
  readonly questionId: string;
  readonly links: PracticeLinks;
}

const saysAgain = (search: string): boolean => new URLSearchParams(search).has('again');

/** The takes of one question, two at a time; and another one. */
export function ComparePage({ questionId, links }: ComparePageProps) {
  const m = useMessages(compareMessages);
  const { documentTitle } = useMessages(questionMessages);
  const search = useSearch();
  const [path, navigate] = useLocation();
  const takes = useQuery(takesQuery(questionId));
  const script = useQuery(scriptQuery(questionId));
  const [begun] = useState(() => saysAgain(search));
  const [arrived, setArrived] = useState<string | null>(null);
  useEffect(() => {
    // A reload does not record once more.
    if (saysAgain(search)) navigate(path, { replace: true });
  }, [search, navigate, path]);
  const choose = (wanted: WantedTakes) => navigate(`${path}?${wantedQuery(wanted)}`, { replace: true });
  const refresh = useStoredTake();
  // What is on its way is shown where it was recorded.
  const stored = takes.data?.recordings.filter(({ status }) => status === 'stored') ?? [];
  const onStored = (take: Recording, isHeard: boolean) => {
    refresh(take);
    // One that an earlier page left may be of another question.
    if (take.questionId !== questionId) return;
    // Nothing moves under somebody who speaks.
    if (isHeard) return choose(heldTakes(stored, readWanted(search)));
    choose({ after: take.id });
    setArrived(take.id);
  };
  const retry = () => {
    void takes.refetch();
    void script.refetch();
  };
  return (
    <Page title={m.title} lead={m.lead} documentTitle={`${m.title} · ${documentTitle}`} width="wide">
      <Stack gap="xl">
        {takes.data && script.data ? (
          <StoredTakes
            questionId={questionId}
            takes={stored}
            script={script.data.script?.text ?? ''}
            wanted={readWanted(search)}
            begun={begun}
            arrived={arrived}
            onChoose={choose}
            onStored={onStored}
          />
        ) : takes.error || script.error ? (
          <NoTakes error={script.error ?? takes.error} home={links.home} onRetry={retry} />
        ) : (
          <Loading label={m.loading} lines={6} />
        )}
        <Group>
          <Button component={Link} href={links.question(questionId)} variant="subtle" color="gray" size="lg">
            {m.toQuestion}
          </Button>
        </Group>
      </Stack>
    </Page>
  );
}

interface NoTakesProps {
  readonly error: unknown;
  readonly home: string;
  readonly onRetry: () => void;
}

/** Why there is nothing. */
function NoTakes({ error, home, onRetry }: NoTakesProps) {
  const m = useMessages(questionMessages);
  if (!(error instanceof ApiError) || error.code !== 'questions/not-found') {
    return <ErrorState error={error} onRetry={onRetry} />;
  }
  return (
    <EmptyState
      title={m.notFoundTitle}
      description={m.notFound}
      action={
        <Button component={Link} href={home} size="md">
          {m.toStudio}
        </Button>
      }
    />
  );
}
