import { VisuallyHidden } from '@mantine/core';
import type { Consult } from '@ieum/signaling-protocol';
import type { Ref } from 'react';
import { useMessages } from '../../../shared/i18n/use-messages';
import { callMessages } from '../call-messages';
import type { LocalDevices, LocalView } from '../session/local-devices';
import type { RemotePeerView } from '../session/room-snapshot';
import { AcceptedNote } from './accepted-note';
import { CallState } from './call-state';
import { RemoteTile } from './remote-tile';
import { ScreenTile } from './screen-tile';
import { SelfView } from './self-view';
import { StageNotes } from './stage-notes';
import classes from './stage.module.css';

interface StageProps {
  readonly consult: Consult;
  readonly stageRef: Ref<HTMLDivElement>;
  readonly peer: RemotePeerView | null;
  readonly name: string;
  readonly local: LocalView;
  readonly devices: LocalDevices;
  readonly onRetry: () => void;
}

/** Everything there is to see of a call, and what has to be said about it. */
export function Stage({ consult, stageRef, peer, name, local, devices, onRetry }: StageProps) {
  const m = useMessages(callMessages);
  const screen = peer?.screen ?? null;
  return (
    <div ref={stageRef} className={classes.stage} data-screen={screen !== null || undefined}>
      {screen && <ScreenTile screen={screen} name={name} speakerId={local.speakerId} />}
      <RemoteTile peer={peer} name={name} speakerId={local.speakerId} small={screen !== null} />
      <SelfView local={local} />
      <div className={classes.overlay}>
        <AcceptedNote consult={consult} isConnected={peer?.state === 'connected'} />
        <CallState peer={peer} name={name} onRetry={onRetry} />
        <StageNotes peer={peer} name={name} local={local} devices={devices} />
      </div>
      <VisuallyHidden role="status">{screen && m.showsScreen({ name })}</VisuallyHidden>
      <div role="status" className={classes.hint}>
        {local.isTalkingWhileMuted && <p className={classes.note}>{m.talkingWhileMuted}</p>}
      </div>
    </div>
  );
}
