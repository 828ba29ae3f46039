import { Button } from '@mantine/core';
import { useMessages } from '../../../shared/i18n/use-messages';
import { callMessages } from '../call-messages';
import { MAIN_PICTURE } from '../hooks/use-picture-in-picture';
import { useSpeaker } from '../hooks/use-speaker';
import { useStream } from '../hooks/use-stream';
import { roomMessages } from '../messages';
import classes from './stage.module.css';

interface ScreenTileProps {
  readonly screen: MediaStream;
  readonly name: string;
  readonly speakerId: string | undefined;
}

/** The screen that the other side shows: as large as the window allows, never cropped. */
export function ScreenTile({ screen, name, speakerId }: ScreenTileProps) {
  const room = useMessages(roomMessages);
  const m = useMessages(callMessages);
  const { video, blocked, unblock } = useStream(screen);
  useSpeaker(video, speakerId);
  return (
    <figure className={classes.screen} aria-label={m.remoteScreen({ name })}>
      <video
        ref={video}
        autoPlay
        playsInline
        data-testid="remote-screen"
        className={classes.video}
        aria-label={m.remoteScreen({ name })}
        {...MAIN_PICTURE}
      />
      <figcaption className={classes.caption}>{m.remoteScreen({ name })}</figcaption>
      {blocked && (
        <Button className={classes.unblock} size="lg" onClick={() => void unblock()}>
          {room.blocked({ name })}
        </Button>
      )}
    </figure>
  );
}
