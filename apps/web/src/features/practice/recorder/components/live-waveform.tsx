import { useReducedMotion } from '@mantine/hooks';
import { useEffect, useRef } from 'react';
import type { Recorder } from '../recorder';
import { WaveformDrawing } from '../waveform-drawing';
import classes from './recorder.module.css';

interface LiveWaveformProps {
  readonly recorder: Recorder;
  /** The same in words. */
  readonly label: string;
}

/** Moves with the voice, past React. */
export function LiveWaveform({ recorder, label }: LiveWaveformProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const calm = useReducedMotion();
  useEffect(() => {
    if (!canvas.current) return undefined;
    const drawing = new WaveformDrawing(canvas.current, { calm });
    return recorder.onSound((sound) => drawing.add(sound));
  }, [recorder, calm]);
  return <canvas ref={canvas} className={classes.live} role="img" aria-label={label} />;
}
