import { useEffect, useRef } from 'react';
import { useMessages } from '../../../shared/i18n/use-messages';
import { usePicture } from '../hooks/use-picture';
import { readyCheckMessages } from '../messages';
import classes from './ready-check.module.css';

interface CameraPreviewProps {
  readonly stream: MediaStream;
  readonly on: boolean;
  /** Why there is no picture. */
  readonly off: string;
  readonly onPicture: (picture: 'dark' | 'visible') => void;
}

/** One's own picture, mirrored as people know themselves, and silent. */
export function CameraPreview({ stream, on, off, onPicture }: CameraPreviewProps) {
  const m = useMessages(readyCheckMessages);
  const video = useRef<HTMLVideoElement>(null);
  useEffect(() => {
    const element = video.current;
    if (!element || !on) return undefined;
    element.srcObject = stream;
    return () => void (element.srcObject = null);
  }, [stream, on]);
  usePicture(video, on, onPicture);
  return (
    <div className={classes.preview}>
      <video
        ref={video}
        autoPlay
        playsInline
        muted
        className={classes.video}
        data-hidden={!on || undefined}
        aria-label={m.preview}
      />
      {!on && <p className={classes.previewOff}>{off}</p>}
    </div>
  );
}
