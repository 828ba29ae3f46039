import { Button, Paper, Stack, Text, Title } from '@mantine/core';
import type { Consult } from '@ieum/signaling-protocol';
import { useEffect } from 'react';
import { useMessages } from '../../../shared/i18n/use-messages';
import { playChime } from '../../../shared/sound/chime';
import { waitingMessages } from '../messages';

/** Long enough to read who it is, short enough not to keep them waiting. */
const OPEN_AFTER_MS = 1_800;

interface MatchedViewProps {
  readonly consult: Consult;
  readonly onOpenRoom: () => void;
}

/** Who accepted; then the room. */
export function MatchedView({ consult, onOpenRoom }: MatchedViewProps) {
  const m = useMessages(waitingMessages);
  useEffect(() => {
    void playChime();
    window.focus();
  }, []);
  useEffect(() => {
    const timer = setTimeout(onOpenRoom, OPEN_AFTER_MS);
    return () => clearTimeout(timer);
  }, [onOpenRoom]);
  return (
    <Paper withBorder p="xl" radius="md" maw={640} role="status">
      <Stack gap="sm">
        <Title order={2}>{m.matchedTitle}</Title>
        {consult.mentor && (
          <>
            <Text fz="lg">{m.matched({ nickname: consult.mentor.nickname })}</Text>
            {consult.mentor.line && <Text c="dimmed">“{consult.mentor.line}”</Text>}
          </>
        )}
        <Text>{m.opening}</Text>
        <Button size="lg" onClick={onOpenRoom}>
          {m.open}
        </Button>
      </Stack>
    </Paper>
  );
}
