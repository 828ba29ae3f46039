import { useMessages } from '../../../shared/i18n/use-messages';
import { useMovableCorner } from '../hooks/use-movable-corner';
import { useStream } from '../hooks/use-stream';
import { roomMessages } from '../messages';
import type { LocalView } from '../session/local-devices';
import { CameraIcon, MicrophoneIcon, MoveIcon } from './icons';
import classes from './stage.module.css';

/** One's own picture: mirrored, silent, movable. */
export function SelfView({ local }: { readonly local: LocalView }) {
  const m = useMessages(roomMessages);
  const { video } = useStream(local.stream);
  const { corner, style, tile, button } = useMovableCorner();
  const cameraOn = local.state.camera.status === 'on';
  const microphoneOn = local.state.microphone.status === 'on';
  return (
    <figure className={classes.self} data-corner={corner} style={style} aria-label={m.selfVideo} {...tile}>
      <video
        ref={video}
        autoPlay
        playsInline
        muted
        data-testid="self-video"
        className={classes.selfVideo}
        data-hidden={!cameraOn || undefined}
        aria-label={m.selfVideo}
      />
      <figcaption className={classes.selfCaption}>
        <span>{m.you}</span>
        {!microphoneOn && (
          <span role="img" aria-label={m.selfMuted} title={m.selfMuted}>
            <MicrophoneIcon off />
          </span>
        )}
        {!cameraOn && (
          <span role="img" aria-label={m.selfCameraOff} title={m.selfCameraOff}>
            <CameraIcon off />
          </span>
        )}
      </figcaption>
      <button type="button" className={classes.move} aria-label={m.moveSelf} title={m.moveSelf} {...button}>
        <MoveIcon />
      </button>
    </figure>
  );
}
