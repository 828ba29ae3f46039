import { CloseButton, Group, Text } from '@mantine/core';
import type { Consult } from '@ieum/signaling-protocol';
import { useCallback, useRef, useState } from 'react';
import { useHeadingFocus } from '../../../shared/hooks/use-heading-focus';
import { useMessages } from '../../../shared/i18n/use-messages';
import { deviceChoices } from '../../../shared/lib/device-choices';
import { Dialog } from '../../../shared/ui/dialog';
import { callMessages } from '../call-messages';
import { useFileDrops } from '../hooks/use-file-drops';
import { useFullScreen } from '../hooks/use-full-screen';
import { useKeysChoice } from '../hooks/use-keys-choice';
import { useOfferedTools } from '../hooks/use-offered-tools';
import { usePictureInPicture } from '../hooks/use-picture-in-picture';
import { loadDocument } from '../document/load-document';
import { usePreload } from '../hooks/use-preload';
import { useRoomShortcuts } from '../hooks/use-room-shortcuts';
import { KeysOn } from '../keys-on';
import { roomMessages } from '../messages';
import type { RoomSession } from '../session/room-session';
import type { LocalView } from '../session/local-devices';
import type { RoomSnapshot } from '../session/room-snapshot';
import type { RoomShortcut } from '../shortcuts';
import { ToolNews } from '../tools/tool-news';
import type { CallActions, CallDialog } from './call-actions';
import { callParts } from './call-parts';
import { ControlBar } from './control-bar';
import { DeviceNotes } from './device-notes';
import { LeaveDialog } from './leave-dialog';
import classes from './room-screen.module.css';
import { SafetyWarning } from './safety-warning';
import { ServerState } from './server-state';
import { SidePanel } from './side-panel';
import { Stage } from './stage';
import { ToolPanel } from './tool-panel';
import { TopBar } from './top-bar';

interface CallProps {
  readonly session: RoomSession;
  readonly snapshot: RoomSnapshot;
  readonly local: LocalView;
  readonly consult: Consult;
  readonly partner: string;
  readonly title: string;
}

const PARTS = [...Object.values(callParts), { preload: async () => void (await loadDocument()) }];

/** The room while one is in it. */
export function Call({ session, snapshot, local, consult, partner, title }: CallProps) {
  const room = useMessages(roomMessages);
  const m = useMessages(callMessages);
  const heading = useHeadingFocus();
  const [dialog, setDialog] = useState<CallDialog | null>(null);
  const [openPanel, setOpenPanel] = useState<string | null>(null);
  const root = useRef<HTMLDivElement>(null);
  const stage = useRef<HTMLDivElement>(null);
  const fullScreen = useFullScreen(root);
  const pictureInPicture = usePictureInPicture(stage);
  const { devices } = session;
  const peer = snapshot.peers.at(-1) ?? null;
  const name = peer?.nickname ?? partner;
  const tools = useOfferedTools(snapshot.tools);
  usePreload(peer?.state === 'connected', PARTS);
  usePreload(peer?.state === 'connected', tools);

  const { screen, state } = local;
  const actions: CallActions = {
    microphone: () => devices.setMicrophone(state.microphone.status !== 'on'),
    camera: () => devices.setCamera(state.camera.status !== 'on'),
    share:
      screen.status === 'unavailable' && screen.problem === 'unsupported'
        ? null
        : () => (screen.status === 'on' ? devices.stopSharing() : devices.shareScreen()),
    fullScreen: fullScreen && (() => void fullScreen()),
    pictureInPicture: pictureInPicture && (() => void pictureInPicture()),
    togglePanel: (id) => setOpenPanel((open) => (open === id ? null : id)),
    openDialog: setDialog,
  };
  const isAsked = snapshot.needsConsent;
  const [keysOn, setKeysOn] = useKeysChoice(deviceChoices);
  useRoomShortcuts(keysOn && dialog === null && !isAsked, tools, (shortcut) => carryOut(shortcut, actions));
  useFileDrops((dropped) => {
    const taker = tools.find(({ takesFiles }) => takesFiles);
    if (!taker) return;
    taker.model.takeFiles?.(dropped);
    setOpenPanel(taker.id);
  });
  const closePanel = useCallback(() => setOpenPanel(null), []);
  const leave = () => {
    setDialog(null);
    session.leave();
  };
  const renderDevices = (section: 'microphone' | 'camera' | 'all') => (
    <callParts.devices.Part
      section={section}
      local={local}
      devices={devices}
      dataSaver={snapshot.dataSaver}
      onDataSaver={(on) => session.setDataSaver(on)}
    />
  );
  const tool = tools.find(({ id }) => id === openPanel) ?? null;
  return (
    <KeysOn value={keysOn}>
      <div ref={root} className={classes.room}>
        <TopBar
          title={title}
          heading={heading}
          since={consult.liveAt}
          peer={peer}
          detailsOpen={openPanel === 'details'}
          onDetails={() => actions.togglePanel('details')}
          onSafety={() => setDialog('safety')}
        />
        <ToolNews tools={tools} partner={partner} />
        <div className={classes.notices}>
          <ServerState phase={snapshot.phase} />
          <SafetyWarning peer={peer} onLook={() => setDialog('safety')} />
          <DeviceNotes local={local} devices={devices} />
        </div>
        <div className={classes.middle}>
          <Stage
            consult={consult}
            stageRef={stage}
            peer={peer}
            name={name}
            local={local}
            devices={devices}
            onRetry={() => session.retryCall()}
          />
          {tool && <ToolPanel key={tool.id} tool={tool} partner={partner} onClose={closePanel} />}
          {openPanel === 'details' && (
            <SidePanel id="details" name={m.details} onClose={closePanel}>
              <Group justify="space-between" px="md" py={6} wrap="nowrap">
                <Text component="h2" fw={700} m={0} fz="md">
                  {m.details}
                </Text>
                <CloseButton size="xl" aria-label={room.close} onClick={closePanel} />
              </Group>
              {peer ? (
                <callParts.details.Part quality={peer.quality} />
              ) : (
                <Text px="md">{room.waitingFor({ name })}</Text>
              )}
            </SidePanel>
          )}
        </div>
        <ControlBar local={local} tools={tools} openPanel={openPanel} actions={actions} renderDevices={renderDevices} />
        <Dialog opened={dialog === 'shortcuts'} title={room.shortcuts} onClose={() => setDialog(null)}>
          <callParts.shortcuts.Part tools={tools} on={keysOn} onSwitch={setKeysOn} onClose={() => setDialog(null)} />
        </Dialog>
        <Dialog opened={dialog === 'devices'} title={m.devices} onClose={() => setDialog(null)}>
          {renderDevices('all')}
        </Dialog>
        <Dialog opened={dialog === 'safety'} title={m.safety} onClose={() => setDialog(null)}>
          <callParts.safety.Part peer={peer} name={name} onClose={() => setDialog(null)} onLeave={leave} />
        </Dialog>
        <Dialog opened={isAsked} title={m.consent} onClose={leave}>
          <callParts.consent.Part name={partner} onAgree={() => session.agreeToDirect()} onLeave={leave} />
        </Dialog>
        <LeaveDialog
          consult={consult}
          peerHere={snapshot.peers.some(({ present }) => present)}
          opened={dialog === 'leave'}
          onClose={() => setDialog(null)}
          onLeave={leave}
          onClosed={(closed) => session.takeConsult(closed)}
        />
      </div>
    </KeysOn>
  );
}

function carryOut(shortcut: RoomShortcut, actions: CallActions): void {
  if (typeof shortcut === 'object') return actions.togglePanel(shortcut.tool);
  switch (shortcut) {
    case 'microphone':
      return actions.microphone();
    case 'camera':
      return actions.camera();
    case 'share':
      return actions.share?.();
    case 'full-screen':
      return actions.fullScreen?.();
    case 'picture-in-picture':
      return actions.pictureInPicture?.();
    case 'details':
      return actions.togglePanel('details');
    case 'list':
      return actions.openDialog('shortcuts');
  }
}
