import { Button, Group, Paper, Stack, Text } from '@mantine/core';
import type { Consult } from '@ieum/signaling-protocol';
import { lazy, Suspense, useState } from 'react';
import type { ReactNode } from 'react';
import { ReadinessBadge } from '../../../shared/consult/readiness-badge';
import { useMessages } from '../../../shared/i18n/use-messages';
import { Loading } from '../../../shared/ui/loading';
import { Section } from '../../../shared/ui/section';
import { useReportReadiness } from '../hooks/use-report-readiness';
import { readyCheckMessages } from '../messages';

const ReadyCheckPanel = lazy(() =>
  import('./ready-check-panel').then(({ ReadyCheckPanel: panel }) => ({ default: panel })),
);

interface ReadyCheckCardProps {
  /** The user's own request that waits, where there is one: mentors see on it what the check came to. */
  readonly consult: Consult | null;
  /** Whether the user asks for help: a mentor's check is for nobody but the mentor. */
  readonly student: boolean;
  /** Without a title where the page has it. */
  readonly titled: boolean;
}

/** The offer of a check; the check itself comes, with all it needs, when it is taken. */
export function ReadyCheckCard({ consult, student, titled }: ReadyCheckCardProps) {
  const m = useMessages(readyCheckMessages);
  const { readiness, checked, take } = useReportReadiness(consult);
  const [open, setOpen] = useState<{ readonly camera: boolean } | null>(null);
  return (
    <Frame title={titled ? m.invite : null}>
      {open ? (
        <Suspense fallback={<Loading label={m.loading} />}>
          <ReadyCheckPanel
            kind={consult?.kind ?? null}
            camera={open.camera}
            readiness={readiness}
            shown={student}
            onFindings={take}
            onClose={() => setOpen(null)}
          />
        </Suspense>
      ) : (
        <Stack gap="sm">
          <Text c="dimmed">{consult ? `${m.inviteText} ${m.inviteWaiting}` : m.inviteText}</Text>
          {checked && readiness && (
            <Group gap="xs">
              <Text fz="sm">{student ? m.mentorsSee : m.checked}</Text>
              <ReadinessBadge readiness={readiness} />
            </Group>
          )}
          <Group gap="sm">
            <Button onClick={() => setOpen({ camera: true })}>{checked ? m.again : m.start}</Button>
            <Button variant="default" onClick={() => setOpen({ camera: false })}>
              {m.startWithoutCamera}
            </Button>
          </Group>
        </Stack>
      )}
    </Frame>
  );
}

function Frame({ title, children }: { readonly title: string | null; readonly children: ReactNode }) {
  if (title !== null) return <Section title={title}>{children}</Section>;
  return (
    <Paper withBorder p="lg" radius="lg" bg="var(--ieum-surface)">
      {children}
    </Paper>
  );
}
