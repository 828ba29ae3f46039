import { Text } from '@mantine/core';
import type { Consult } from '@ieum/signaling-protocol';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { consultKeys, receiveConsult } from '../../../shared/consult/consult-queries';
import { usePageTitle } from '../../../shared/hooks/use-page-title';
import { useMessages } from '../../../shared/i18n/use-messages';
import { useWakeLock } from '../../../shared/hooks/use-wake-lock';
import { roomMessages } from '../messages';
import type { RoomSnapshot } from '../session/room-snapshot';
import { useRoomSession } from '../session/use-room-session';
import { Call } from './call';
import { RoomNotice } from './room-notice';

interface RoomScreenProps {
  /** As the page knows it before the room answers. */
  readonly consult: Consult;
  readonly historyHref: string;
}

export function RoomScreen({ consult: known, historyHref }: RoomScreenProps) {
  const m = useMessages(roomMessages);
  const { session, snapshot, enter } = useRoomSession(known);
  const inCall = snapshot?.phase === 'joining' || snapshot?.phase === 'joined';
  const local = snapshot?.local ?? null;
  const consult = snapshot?.consult ?? known;
  const partner = consult.role === 'mentor' ? consult.student.nickname : (consult.mentor?.nickname ?? '');
  const title = partner ? m.title({ name: partner }) : m.titleAlone;
  usePageTitle(title);
  useWakeLock(inCall);
  useSharedConsult(known.id, snapshot);

  if (!session || !snapshot) return <Text p="xl">{m.entering}</Text>;
  if (!inCall || !local) return <RoomNotice snapshot={snapshot} historyHref={historyHref} onEnter={enter} />;
  return <Call session={session} snapshot={snapshot} local={local} consult={consult} partner={partner} title={title} />;
}

/** What the room learns about its consult, the rest of the page knows, too: it decides where its members belong. */
function useSharedConsult(consultId: string, snapshot: RoomSnapshot | null): void {
  const client = useQueryClient();
  const consult = snapshot?.consult ?? null;
  const refused = snapshot?.phase === 'refused';
  useEffect(() => {
    if (consult) receiveConsult(client, consult);
  }, [client, consult]);
  useEffect(() => {
    if (refused) void client.invalidateQueries({ queryKey: consultKeys.one(consultId) });
  }, [client, refused, consultId]);
}
