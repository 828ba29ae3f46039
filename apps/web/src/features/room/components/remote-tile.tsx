import { Button } from '@mantine/core';
import { useState } from 'react';
import { useMessages } from '../../../shared/i18n/use-messages';
import { MAIN_PICTURE } from '../hooks/use-picture-in-picture';
import { useSpeaker } from '../hooks/use-speaker';
import { useStream } from '../hooks/use-stream';
import { roomMessages } from '../messages';
import type { RemotePeerView } from '../session/room-snapshot';
import { CameraIcon, MicrophoneIcon } from './icons';
import classes from './stage.module.css';

interface RemoteTileProps {
  readonly peer: RemotePeerView | null;
  readonly name: string;
  readonly speakerId: string | undefined;
  /** Beside the screen that the other side shows. */
  readonly small: boolean;
}

/** The other side: as large as the window allows, or who is missing. */
export function RemoteTile({ peer, name, speakerId, small }: RemoteTileProps) {
  const m = useMessages(roomMessages);
  const { video, blocked, unblock } = useStream(peer?.stream ?? null);
  useSpeaker(video, speakerId);
  const [hasPicture, setHasPicture] = useState(false);
  // Before the other side has said what it sends, a picture that came speaks for itself.
  const cameraOn = peer?.media?.camera ?? (peer !== null && hasPicture);
  return (
    <figure className={classes.remote} data-small={small || undefined} aria-label={m.remoteVideo({ name })}>
      {/* Live speech of two people: there is no text track to offer. */}
      <video
        ref={video}
        autoPlay
        playsInline
        data-testid="remote-video"
        className={classes.video}
        data-hidden={!cameraOn || undefined}
        aria-label={m.remoteVideo({ name })}
        onResize={({ currentTarget }) => setHasPicture(currentTarget.videoWidth > 0)}
        {...(small ? {} : MAIN_PICTURE)}
      />
      {!cameraOn && (
        <span className={classes.avatar} aria-hidden="true">
          {[...name][0] ?? '?'}
        </span>
      )}
      <figcaption className={classes.caption}>
        <span>{name}</span>
        {peer?.media?.microphone === false && (
          <span role="img" aria-label={m.remoteMuted({ name })} title={m.remoteMuted({ name })}>
            <MicrophoneIcon off />
          </span>
        )}
        {peer?.media?.camera === false && (
          <span role="img" aria-label={m.remoteCameraOff({ name })} title={m.remoteCameraOff({ name })}>
            <CameraIcon off />
          </span>
        )}
      </figcaption>
      {blocked && (
        <Button className={classes.unblock} size="lg" onClick={() => void unblock()}>
          {m.blocked({ name })}
        </Button>
      )}
    </figure>
  );
}
