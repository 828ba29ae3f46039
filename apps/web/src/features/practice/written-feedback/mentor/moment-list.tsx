import { Button, Group, Textarea } from '@mantine/core';
import type { TakeMoment } from '@ieum/api-contract';
import { useRef } from 'react';
import { useMessages } from '../../../../shared/i18n/use-messages';
import { formatClock } from '../../../../shared/lib/format-clock';
import { momentStart } from '../../../../shared/practice/sound/moment-start';
import type { TakeSound } from '../../../../shared/practice/sound/take-sound';
import { cleanText } from '../../script/script-facts';
import { jobMessages } from '../job-messages';
import classes from '../written-feedback.module.css';

/** A moment, and where it stands among all of the draft. */
export interface IndexedMoment extends TakeMoment {
  readonly index: number;
}

const MAX_WORDS = 500;

interface MomentListProps {
  readonly moments: readonly IndexedMoment[];
  /** Of the take. */
  readonly name: string;
  /** `null`: the take cannot be heard now. */
  readonly sound: TakeSound | null;
  readonly onSay: (index: number, text: string) => void;
  readonly onRemove: (index: number) => void;
}

/** Marked moments of one take, and what the mentor says of each. */
export function MomentList({ moments, name, sound, onSay, onRemove }: MomentListProps) {
  const m = useMessages(jobMessages);
  const list = useRef<HTMLOListElement>(null);
  return (
    <ol
      ref={list}
      tabIndex={-1}
      className={classes.list}
      style={{ width: '100%' }}
      aria-label={`${name}: ${m.moments({ n: moments.length })}`}
    >
      {moments.map(({ index, atMs, text }) => {
        const clock = formatClock(atMs);
        return (
          <li key={index} className={classes.moment}>
            <Textarea
              label={m.moment({ clock, name })}
              autosize
              minRows={1}
              maxLength={MAX_WORDS}
              value={text}
              onChange={(event) => onSay(index, cleanText(event.currentTarget.value))}
            />
            <Group gap="sm">
              {sound && (
                <Button
                  variant="default"
                  aria-label={m.playMoment({ clock, name })}
                  onClick={() => void sound.playFrom(momentStart(atMs))}
                >
                  {m.play}
                </Button>
              )}
              <Button
                variant="subtle"
                color="red"
                aria-label={m.removeMoment({ clock, name })}
                onClick={() => {
                  // The button goes with its moment.
                  list.current?.focus();
                  onRemove(index);
                }}
              >
                {m.remove}
              </Button>
            </Group>
          </li>
        );
      })}
    </ol>
  );
}
