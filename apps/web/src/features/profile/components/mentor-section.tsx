import { Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useMessages } from '../../../shared/i18n/use-messages';
import { ErrorState } from '../../../shared/ui/error-state';
import { Loading } from '../../../shared/ui/loading';
import { Section } from '../../../shared/ui/section';
import { profileMessages } from '../messages';
import { mentorProfileQuery } from '../profile-queries';
import { ApprovalNote } from './approval-note';
import { MentorForm } from './mentor-form';

interface MentorSectionProps {
  readonly liveListHref: string;
}

export function MentorSection({ liveListHref }: MentorSectionProps) {
  const m = useMessages(profileMessages).mentor;
  const { data, error, refetch } = useQuery(mentorProfileQuery);
  return (
    <Section title={m.title} lead={m.lead}>
      {data ? (
        <Stack gap="lg">
          <ApprovalNote profile={data.profile} />
          <MentorForm profile={data.profile} liveListHref={liveListHref} />
        </Stack>
      ) : error ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : (
        <Loading lines={5} />
      )}
    </Section>
  );
}
