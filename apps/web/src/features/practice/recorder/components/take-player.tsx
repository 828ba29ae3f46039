import type { Recording } from '@ieum/api-contract';
import { ActionIcon, Text, useComputedColorScheme } from '@mantine/core';
import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import { errorText } from '../../../../shared/i18n/error-messages';
import { useLanguage } from '../../../../shared/i18n/language-provider';
import { useMessages } from '../../../../shared/i18n/use-messages';
import { formatClock } from '../../../../shared/lib/format-clock';
import type { TakeSound } from '../../../../shared/practice/sound/take-sound';
import { PauseIcon, PlayIcon } from '../../../../shared/ui/play-icons';
import { drawTake } from '../browser/draw-take';
import { recorderMessages } from '../recorder-messages';
import { useTakeSound } from '../use-take-sound';
import type { FetchSound } from '../use-take-sound';
import classes from './take-player.module.css';

interface TakePlayerProps {
  readonly recording: Recording;
  /** What it is called among others. */
  readonly name: string;
  /** Where its sound is, unless it is one's own. */
  readonly fetchSound?: FetchSound | undefined;
  /** What goes along with it, told where it is being played; `null` while it is not. */
  readonly children?: (atMs: number | null, sound: TakeSound) => ReactNode;
}

/** Plays a take that the server has. Keyed by it where it can become another one. */
export function TakePlayer({ recording, name, fetchSound, children }: TakePlayerProps) {
  const m = useMessages(recorderMessages);
  const { language } = useLanguage();
  const { player, sound, state } = useTakeSound(recording, fetchSound);
  const wave = useRef<HTMLDivElement>(null);
  const scheme = useComputedColorScheme('light');
  const { peaks } = recording;
  const durationMs = recording.durationMs ?? 0;
  useEffect(() => {
    const container = wave.current;
    if (!container || peaks.length === 0 || durationMs === 0) return undefined;
    const drawn = drawTake({ container, player, peaks, durationMs, onSeek: (ms) => sound.seek(ms) });
    // Without the picture it is played all the same.
    drawn.catch(reportError);
    return () => void drawn.then((remove) => remove(), reportError);
  }, [player, sound, peaks, durationMs, scheme]);
  const position = m.position({ at: formatClock(state.atMs), of: formatClock(durationMs) });
  const isPlaying = state.status === 'playing';
  return (
    <>
      <div className={classes.player} role="group" aria-label={name}>
        <ActionIcon
          variant="filled"
          color="sea"
          radius="xl"
          aria-label={isPlaying ? m.pausePlaying : m.play}
          aria-busy={state.status === 'loading'}
          onClick={() => void sound.toggle()}
        >
          {isPlaying ? <PauseIcon /> : <PlayIcon />}
        </ActionIcon>
        <div className={classes.track}>
          <div ref={wave} className={classes.wave} aria-hidden="true" />
          <input
            className={classes.seek}
            type="range"
            min={0}
            max={durationMs}
            step={1000}
            value={state.atMs}
            aria-label={m.seek}
            aria-valuetext={position}
            onChange={({ currentTarget: { value } }) => sound.seek(Number(value))}
          />
        </div>
        <span className={classes.time}>{position}</span>
        <div className={classes.news} role="status">
          {state.status === 'loading' && <Text fz="sm">{m.loadingAudio}</Text>}
          {state.status === 'unplayable' && <Text fz="sm">{m.notPlayed}</Text>}
          {state.status === 'failed' && <Text fz="sm">{errorText(state.error, language)}</Text>}
        </div>
      </div>
      {children?.(isPlaying ? state.atMs : null, sound)}
    </>
  );
}
