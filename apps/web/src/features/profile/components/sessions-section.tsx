import type { SignedInSession } from '@ieum/api-contract';
import { Badge, Group, Stack, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { errorText } from '../../../shared/i18n/error-messages';
import { formatDateTime, formatRelative } from '../../../shared/i18n/format';
import { useLanguage } from '../../../shared/i18n/language-provider';
import { useMessages } from '../../../shared/i18n/use-messages';
import { serverClock } from '../../../shared/lib/server-clock';
import { LogOutDialog } from '../../../shared/log-out/log-out-dialog';
import { useLogOut } from '../../../shared/log-out/use-log-out';
import { ErrorState } from '../../../shared/ui/error-state';
import { Loading } from '../../../shared/ui/loading';
import { Section } from '../../../shared/ui/section';
import { SteadyButton } from '../../../shared/ui/steady-button';
import { deviceOf } from '../device-name';
import { profileMessages } from '../messages';
import { endSession, sessionsQuery } from '../profile-queries';

export function SessionsSection() {
  const m = useMessages(profileMessages);
  const { language } = useLanguage();
  const sessions = useQuery(sessionsQuery);
  const { leave, isPending, error, asks, answer } = useLogOut();
  return (
    <Section title={m.sessions}>
      <Stack gap="md">
        {sessions.data ? (
          <Stack component="ul" gap="xs" m={0} p={0} style={{ listStyle: 'none' }}>
            {sessions.data.items.map((session) => (
              <SessionRow key={session.id} session={session} />
            ))}
          </Stack>
        ) : sessions.error ? (
          <ErrorState error={sessions.error} onRetry={() => void sessions.refetch()} />
        ) : (
          <Loading lines={2} />
        )}
        {error && (
          <Text c="red" role="alert">
            {errorText(error, language)}
          </Text>
        )}
        <div>
          <SteadyButton variant="default" loading={isPending} onClick={leave}>
            {m.logOut}
          </SteadyButton>
        </div>
      </Stack>
      <LogOutDialog asks={asks} answer={answer} />
    </Section>
  );
}

function SessionRow({ session }: { readonly session: SignedInSession }) {
  const m = useMessages(profileMessages);
  const { language } = useLanguage();
  const client = useQueryClient();
  const end = useMutation({
    mutationFn: endSession,
    onSettled: () => client.invalidateQueries(sessionsQuery),
  });
  const device = deviceOf(session.userAgent);
  const name = device ? m.deviceOn(device) : m.unknownDevice;
  return (
    <Group component="li" justify="space-between" wrap="nowrap" py={4}>
      <Stack gap={0}>
        <Group gap="xs">
          <Text fw={600}>{name}</Text>
          {session.current && <Badge tt="none">{m.thisOne}</Badge>}
        </Group>
        <Text size="sm" c="dimmed">
          {m.lastUsed({ when: formatRelative(session.lastUsedAt, serverClock.now(), language) })} ·{' '}
          {m.since({ when: formatDateTime(session.createdAt, language) })}
        </Text>
        {end.error && (
          <Text size="sm" c="red" role="alert">
            {errorText(end.error, language)}
          </Text>
        )}
      </Stack>
      {!session.current && (
        <SteadyButton
          variant="subtle"
          color="red"
          loading={end.isPending}
          aria-label={m.endNamed({ device: name })}
          onClick={() => end.mutate(session.id)}
        >
          {m.endSession}
        </SteadyButton>
      )}
    </Group>
  );
}
