import { Group, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { formatDuration } from '../../../shared/i18n/format';
import { useLanguage } from '../../../shared/i18n/language-provider';
import { useMessages } from '../../../shared/i18n/use-messages';
import { ErrorState } from '../../../shared/ui/error-state';
import { Loading } from '../../../shared/ui/loading';
import { Section } from '../../../shared/ui/section';
import { profileMessages } from '../messages';
import { hoursQuery } from '../profile-queries';

export function VolunteerTime() {
  const m = useMessages(profileMessages).hours;
  const { language } = useLanguage();
  const { data, error, refetch } = useQuery(hoursQuery);
  return (
    <Section title={m.title} lead={m.lead}>
      {data ? (
        data.consults === 0 ? (
          <Text>{m.empty}</Text>
        ) : (
          <Group gap="md" align="baseline">
            <Text fz={32} fw={800} lh={1.1}>
              {formatDuration(data.totalSeconds, language)}
            </Text>
            <Text c="dimmed">{m.consults({ count: data.consults })}</Text>
          </Group>
        )
      ) : error ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : (
        <Loading lines={1} />
      )}
    </Section>
  );
}
