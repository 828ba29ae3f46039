import { Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { carriedPracticeQuery, carriedSounds } from '../../../../shared/consult/carried-practice-query';
import type { Moment } from '../../../../shared/consult-document/practice-moments';
import { correctionLine } from '../../../../shared/corrections/correction-line';
import { useMessages } from '../../../../shared/i18n/use-messages';
import { ErrorState } from '../../../../shared/ui/error-state';
import { Section } from '../../../../shared/ui/section';
import { keptMessages } from '../../kept-messages';
import type { KeptViews } from '../../kept-views';
import type { PartProps } from './kept-parts';

interface MomentsPartProps extends PartProps, Pick<KeptViews, 'TakeMoments'> {}

/** What was pointed at in takes, with the correction that it is about; to be heard again by whoever may hear the take. */
export function MomentsPart({ consult, reading, actions, TakeMoments }: MomentsPartProps) {
  const m = useMessages(keptMessages);
  const { data: practice, error, isPending, refetch } = useQuery(carriedPracticeQuery(consult.id));
  const fetchSound = useMemo(() => carriedSounds(consult.id), [consult.id]);
  const { moments, corrections } = reading;
  const takes = practice?.takes.map(({ recording }) => recording) ?? [];
  const isHeard = takes.some(({ id }) => moments.some(({ recordingId }) => recordingId === id));
  const wordsOf = ({ text, correctionId }: Moment): string => {
    const correction = corrections.find(({ sourceId }) => sourceId === correctionId);
    return [correction && correctionLine(correction), text].filter(Boolean).join(' · ');
  };
  return (
    <div data-print="no">
      <Section title={m.moments} lead={isHeard ? m.momentsHint : undefined}>
        <Stack gap="md">
          {isPending && <Text role="status">{m.momentsLoading}</Text>}
          {error && practice === undefined && <ErrorState error={error} onRetry={() => void refetch()} />}
          {practice !== undefined && (
            <TakeMoments
              takes={takes}
              moments={moments.map((moment) => ({ ...moment, text: wordsOf(moment) }))}
              gone={m.takeGone}
              fetchSound={fetchSound}
            />
          )}
          <Group gap="sm">{actions('moments')}</Group>
        </Stack>
      </Section>
    </div>
  );
}
