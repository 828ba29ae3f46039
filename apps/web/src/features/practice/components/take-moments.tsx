import type { Recording, TakeMoment } from '@ieum/api-contract';
import { Button, Stack, Text } from '@mantine/core';
import { useMessages } from '../../../shared/i18n/use-messages';
import { formatClock } from '../../../shared/lib/format-clock';
import { momentStart } from '../../../shared/practice/sound/moment-start';
import type { TakeSound } from '../../../shared/practice/sound/take-sound';
import { questionMessages } from '../question-messages';
import { TakePlayer } from '../recorder/components/take-player';
import type { FetchSound } from '../recorder/use-take-sound';
import classes from './take-moments.module.css';
import { TakeName } from './take-name';

interface TakeMomentsProps {
  readonly takes: readonly Recording[];
  readonly moments: readonly TakeMoment[];
  /** Said of those whose take cannot be heard. */
  readonly gone: string;
  /** Where the sound is, unless it is one's own. */
  readonly fetchSound?: FetchSound | undefined;
}

/** Moments of each take, to be heard from a little before; and of those that cannot be heard, what was said. */
export function TakeMoments({ takes, moments, gone, fetchSound }: TakeMomentsProps) {
  const { take: takeName } = useMessages(questionMessages);
  const known = new Set(takes.map(({ id }) => id));
  const silent = moments.filter(({ recordingId }) => !known.has(recordingId));
  return (
    <Stack gap="lg">
      {takes.map((take, index) => {
        const ofTake = moments.filter(({ recordingId }) => recordingId === take.id);
        const name = takeName({ n: index + 1 });
        return ofTake.length === 0 ? null : (
          <div key={take.id}>
            <TakeName name={name} take={take} />
            <TakePlayer recording={take} name={name} fetchSound={fetchSound}>
              {(_, sound) => <Moments moments={ofTake} name={name} sound={sound} />}
            </TakePlayer>
          </div>
        );
      })}
      {silent.length > 0 && (
        <div>
          <Text c="dimmed">{gone}</Text>
          <Moments moments={silent} name="" sound={null} />
        </div>
      )}
    </Stack>
  );
}

interface MomentsProps {
  readonly moments: readonly TakeMoment[];
  readonly name: string;
  readonly sound: TakeSound | null;
}

function Moments({ moments, name, sound }: MomentsProps) {
  const m = useMessages(questionMessages);
  return (
    <ol className={classes.list}>
      {moments
        .toSorted((a, b) => a.atMs - b.atMs)
        .map((moment, index) => {
          const clock = formatClock(moment.atMs);
          return (
            <Stack component="li" key={index} gap={4} align="flex-start">
              {sound ? (
                <Button
                  variant="light"
                  aria-label={m.momentOf({ clock, name })}
                  onClick={() => void sound.playFrom(momentStart(moment.atMs))}
                >
                  {m.momentAt({ clock })}
                </Button>
              ) : (
                <Text fz="sm">{clock}</Text>
              )}
              {moment.text.trim() === '' ? (
                <Text c="dimmed">{m.noWords}</Text>
              ) : (
                <Text className={classes.words}>{moment.text}</Text>
              )}
            </Stack>
          );
        })}
    </ol>
  );
}
