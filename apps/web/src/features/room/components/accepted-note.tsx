import { Group, Text } from '@mantine/core';
import type { Consult } from '@ieum/signaling-protocol';
import { useEffect, useState } from 'react';
import { ReadinessBadge } from '../../../shared/consult/readiness-badge';
import { useMessages } from '../../../shared/i18n/use-messages';
import { roomMessages } from '../messages';
import classes from './stage.module.css';

interface AcceptedNoteProps {
  readonly consult: Consult;
  readonly isConnected: boolean;
}

/** Long enough to read who it is. */
const READ_MS = 4_000;

/** Tells the student who has accepted, while the call begins: the room opens at once, nobody waits for a page of its own. */
export function AcceptedNote({ consult, isConnected }: AcceptedNoteProps) {
  const m = useMessages(roomMessages);
  const [isRead, setRead] = useState(false);
  useEffect(() => {
    if (!isConnected) return undefined;
    const timer = setTimeout(() => setRead(true), READ_MS);
    return () => clearTimeout(timer);
  }, [isConnected]);
  const { role, mentor, readiness } = consult;
  if (role !== 'student' || !mentor || isRead) return null;
  return (
    <div className={classes.state} role="status">
      <Text fw={600}>{m.accepted({ name: mentor.nickname })}</Text>
      {mentor.line && <Text>“{mentor.line}”</Text>}
      {readiness && readiness !== 'ready' && (
        <Group gap="xs" justify="center">
          <Text fz="sm">{m.mentorKnows}</Text>
          <ReadinessBadge readiness={readiness} />
        </Group>
      )}
    </div>
  );
}
