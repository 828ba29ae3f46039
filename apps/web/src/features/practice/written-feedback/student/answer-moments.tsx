import { Button, Stack, Text } from '@mantine/core';
import type { Recording, TakeMoment } from '@ieum/api-contract';
import { useMessages } from '../../../../shared/i18n/use-messages';
import { formatClock } from '../../../../shared/lib/format-clock';
import { TakeName } from '../../components/take-name';
import { TakePlayer } from '../../recorder/components/take-player';
import { momentStart } from '../../../../shared/practice/sound/moment-start';
import type { TakeSound } from '../../../../shared/practice/sound/take-sound';
import { questionMessages } from '../../question-messages';
import { ownMessages } from '../own-messages';
import classes from '../written-feedback.module.css';

interface AnswerMomentsProps {
  readonly takes: readonly Recording[];
  readonly moments: readonly TakeMoment[];
}

/** Moments of each take, to be heard from a little before; and of those that are gone, what was said. */
export function AnswerMoments({ takes, moments }: AnswerMomentsProps) {
  const m = useMessages(ownMessages);
  const { take: takeName } = useMessages(questionMessages);
  const known = new Set(takes.map(({ id }) => id));
  const gone = moments.filter(({ recordingId }) => !known.has(recordingId));
  return (
    <>
      {takes.map((take, index) => {
        const ofTake = moments.filter(({ recordingId }) => recordingId === take.id);
        const name = takeName({ n: index + 1 });
        return ofTake.length === 0 ? null : (
          <div key={take.id}>
            <TakeName name={name} take={take} />
            <TakePlayer recording={take} name={name}>
              {(_, sound) => <Moments moments={ofTake} name={name} sound={sound} />}
            </TakePlayer>
          </div>
        );
      })}
      {gone.length > 0 && (
        <div>
          <Text c="dimmed">{m.takeGone}</Text>
          <Moments moments={gone} name="" sound={null} />
        </div>
      )}
    </>
  );
}

interface MomentsProps {
  readonly moments: readonly TakeMoment[];
  readonly name: string;
  readonly sound: TakeSound | null;
}

function Moments({ moments, name, sound }: MomentsProps) {
  const m = useMessages(ownMessages);
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
                <Text style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{moment.text}</Text>
              )}
            </Stack>
          );
        })}
    </ol>
  );
}
