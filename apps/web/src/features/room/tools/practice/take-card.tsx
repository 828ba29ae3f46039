import type { CarriedTake } from '@ieum/api-contract';
import { ActionIcon, Text } from '@mantine/core';
import { memo, useState } from 'react';
import { useFormat } from '../../../../shared/i18n/use-format';
import { useMessages } from '../../../../shared/i18n/use-messages';
import { formatClock } from '../../../../shared/lib/format-clock';
import { SpokenText } from '../../../../shared/practice/spoken-text';
import { PauseIcon, PlayIcon } from '../../../../shared/ui/play-icons';
import type { Playback } from './playback';
import { practiceMessages } from './practice-messages';
import type { PracticeModel } from './practice-model';
import classes from './practice.module.css';
import { TakeWave } from './take-wave';
import { usePosition } from './use-position';
import { useSettledValue } from './use-settled-value';

interface TakeCardProps {
  readonly model: Pick<PracticeModel, 'play' | 'pause' | 'seek'>;
  readonly take: CarriedTake;
  readonly name: string;
  /** What both hear, if it is this take. */
  readonly playback: Playback | null;
}

/** A take that was brought along: both hear it, and see where they are. Drawn anew only while it plays, for it may be long. */
export const TakeCard = memo(function TakeCard({ model, take, name, playback }: TakeCardProps) {
  const m = useMessages(practiceMessages);
  const format = useFormat();
  const { recording, transcript } = take;
  const durationMs = recording.durationMs ?? 0;
  const { atMs, isPlaying } = usePosition(playback, durationMs);
  // What is dragged is heard where it is let go.
  const [moving, setMoving] = useSettledValue((to) => model.seek(recording, to));
  const [isOpen, setOpen] = useState(false);
  const shownMs = moving ?? atMs;
  const position = m.position({ at: formatClock(shownMs), of: formatClock(durationMs) });
  return (
    <li className={classes.take}>
      <div className={classes.about}>
        <Text component="h4" fw={600} m={0}>
          {name}
        </Text>
        <Text component="time" fz="sm" c="dimmed" dateTime={recording.createdAt}>
          {format.dateTime(recording.createdAt)}
        </Text>
      </div>
      <div className={classes.player} role="group" aria-label={name}>
        <ActionIcon
          variant="filled"
          color="sea"
          radius="xl"
          aria-label={isPlaying ? m.pause({ take: name }) : m.play({ take: name })}
          onClick={() => (isPlaying ? model.pause() : void model.play(recording))}
        >
          {isPlaying ? <PauseIcon /> : <PlayIcon />}
        </ActionIcon>
        <div>
          <TakeWave peaks={recording.peaks} played={durationMs > 0 ? shownMs / durationMs : 0} />
          <input
            className={classes.seek}
            type="range"
            min={0}
            max={durationMs}
            step={1000}
            value={shownMs}
            aria-label={m.seek({ take: name })}
            aria-valuetext={position}
            onChange={({ currentTarget: { value } }) => setMoving(Number(value))}
          />
        </div>
        <span className={classes.time}>{position}</span>
      </div>
      {transcript?.status === 'done' && (
        <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
          <summary className={classes.summary}>{m.heard}</summary>
          {isOpen && (
            <SpokenText
              transcript={transcript}
              atMs={isPlaying ? atMs : null}
              onPlayFrom={(ms) => void model.play(recording, ms)}
            />
          )}
        </details>
      )}
    </li>
  );
});
