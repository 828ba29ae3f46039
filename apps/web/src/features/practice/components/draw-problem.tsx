import { Button, Group, Text } from '@mantine/core';
import { Link } from 'wouter';
import { useMessages } from '../../../shared/i18n/use-messages';
import { ApiError } from '../../../shared/lib/api-error';
import { ErrorState } from '../../../shared/ui/error-state';
import { Notice } from '../../../shared/ui/notice';
import { practiceMessages } from '../messages';

interface DrawProblemProps {
  readonly error: unknown;
  readonly narrowed: boolean;
  readonly surveyHref: string;
  readonly onRetry: () => void;
  /** Draw from all again. */
  readonly onClear: () => void;
}

/** Why no question came, and what to do about it. */
export function DrawProblem({ error, narrowed, surveyHref, onRetry, onClear }: DrawProblemProps) {
  const m = useMessages(practiceMessages);
  if (!error) return null;
  if (!(error instanceof ApiError) || error.code !== 'questions/none-fit')
    return <ErrorState error={error} onRetry={onRetry} />;
  return (
    <Notice tone="warm" role="alert" title={m.noneFit}>
      <Text>{narrowed ? m.noneFitNarrowed : m.noneFitSurvey}</Text>
      <Group gap="sm">
        {narrowed && (
          <Button variant="default" onClick={onClear}>
            {m.clear}
          </Button>
        )}
        <Button component={Link} href={surveyHref} variant="default">
          {m.change}
        </Button>
      </Group>
    </Notice>
  );
}
