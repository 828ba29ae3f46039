import { Text } from '@mantine/core';
import type { Consult } from '@ieum/signaling-protocol';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { consultKeys, receiveConsult } from '../../../shared/consult/consult-queries';
import { useMessages } from '../../../shared/i18n/use-messages';
import { useHeadingFocus } from '../../../shared/hooks/use-heading-focus';
import { usePageTitle } from '../../../shared/hooks/use-page-title';
import { useConnectionStatus } from '../../../shared/realtime/realtime-provider';
import { useRoomShortcuts } from '../hooks/use-room-shortcuts';
import { useWakeLock } from '../hooks/use-wake-lock';
import { roomMessages } from '../messages';
import type { RoomSnapshot } from '../session/room-snapshot';
import { useRoomSession } from '../session/use-room-session';
import type { RoomShortcut } from '../shortcuts';
import { ControlBar } from './control-bar';
import { DeviceNotes } from './device-notes';
import { ElapsedTime } from './elapsed-time';
import { LeaveDialog } from './leave-dialog';
import { RemoteTile } from './remote-tile';
import { RoomNotice } from './room-notice';
import classes from './room-screen.module.css';
import { SelfView } from './self-view';
import { ShortcutsDialog } from './shortcuts-dialog';
import stage from './stage.module.css';
import { ToolPanel } from './tool-panel';

interface RoomScreenProps {
  /** As the page knows it before the room answers. */
  readonly consult: Consult;
  readonly historyHref: string;
}

type Dialog = 'leave' | 'shortcuts' | null;

export function RoomScreen({ consult: known, historyHref }: RoomScreenProps) {
  const m = useMessages(roomMessages);
  const heading = useHeadingFocus();
  const { session, snapshot, enter } = useRoomSession(known.id);
  const [openTool, setOpenTool] = useState<string | null>(null);
  const [dialog, setDialog] = useState<Dialog>(null);
  const inCall = snapshot?.phase === 'joining' || snapshot?.phase === 'joined';
  const local = snapshot?.local ?? null;
  const consult = snapshot?.consult ?? known;
  const partner = consult.role === 'mentor' ? consult.student.nickname : (consult.mentor?.nickname ?? '');
  const title = partner ? m.title({ name: partner }) : m.titleAlone;
  usePageTitle(title);
  useWakeLock(inCall);
  useSharedConsult(known.id, snapshot);

  const press = (shortcut: RoomShortcut) => {
    if (shortcut === 'list') return setDialog('shortcuts');
    if (shortcut === 'chat') return setOpenTool((open) => (open === 'chat' ? null : 'chat'));
    if (shortcut === 'microphone') return session?.setMicrophone(local?.state.microphone.status !== 'on');
    return session?.setCamera(local?.state.camera.status !== 'on');
  };
  useRoomShortcuts(inCall && dialog === null, press);

  if (!session || !snapshot) return <Text p="xl">{m.entering}</Text>;
  if (!inCall || !local) return <RoomNotice snapshot={snapshot} historyHref={historyHref} onEnter={enter} />;

  const peer = snapshot.peers.at(-1) ?? null;
  const tool = snapshot.tools.find((candidate) => candidate.id === openTool) ?? null;
  return (
    <div className={classes.room}>
      <div className={classes.top}>
        <h1 ref={heading} className={classes.title} tabIndex={-1}>
          {title}
        </h1>
        <ElapsedTime since={consult.liveAt} />
      </div>
      <ServerState phase={snapshot.phase} />
      <DeviceNotes state={local.state} />
      <div className={classes.middle}>
        <div className={stage.stage}>
          <RemoteTile peer={peer} name={peer?.nickname ?? partner} onRetry={() => session.retryCall()} />
          <SelfView local={local} />
        </div>
        {tool && <ToolPanel key={tool.id} tool={tool} partner={partner} onClose={() => setOpenTool(null)} />}
      </div>
      <ControlBar
        microphone={local.state.microphone}
        camera={local.state.camera}
        tools={snapshot.tools}
        openTool={openTool}
        onMicrophone={(on) => session.setMicrophone(on)}
        onCamera={(on) => session.setCamera(on)}
        onTool={(id) => setOpenTool((open) => (open === id ? null : id))}
        onShortcuts={() => setDialog('shortcuts')}
        onLeave={() => setDialog('leave')}
      />
      <ShortcutsDialog opened={dialog === 'shortcuts'} onClose={() => setDialog(null)} />
      <LeaveDialog
        consult={consult}
        peerHere={snapshot.peers.some(({ present }) => present)}
        opened={dialog === 'leave'}
        onClose={() => setDialog(null)}
        onLeave={() => {
          setDialog(null);
          session.leave();
        }}
        onClosed={(closed) => session.takeConsult(closed)}
      />
    </div>
  );
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

/** The way to the server, apart from the call: the call goes on without it. */
function ServerState({ phase }: { readonly phase: RoomSnapshot['phase'] }) {
  const m = useMessages(roomMessages);
  const status = useConnectionStatus();
  const lost = status.state !== 'connected';
  const text = phase === 'joining' && !lost ? m.entering : lost ? m.serverLost : null;
  return (
    <div role="status" className={classes.server} data-shown={text !== null || undefined}>
      {text}
    </div>
  );
}
