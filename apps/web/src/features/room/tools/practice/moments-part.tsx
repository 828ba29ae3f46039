import type { CarriedPractice } from '@ieum/api-contract';
import { Button, CloseButton, Text } from '@mantine/core';
import { useRef, useState, useSyncExternalStore } from 'react';
import { correctionLine } from '../../../../shared/corrections/correction-line';
import { useMessages } from '../../../../shared/i18n/use-messages';
import { formatClock } from '../../../../shared/lib/format-clock';
import { MomentForm } from './moment-form';
import type { MarkedPlace } from './moment-form';
import type { Moment } from '../../../../shared/consult-document/practice-moments';
import { practiceMessages } from './practice-messages';
import type { PracticeModel } from './practice-model';
import classes from './practice.module.css';
import { takeNumber } from './take-number';

interface MomentsProps {
  readonly model: PracticeModel;
  readonly practice: CarriedPractice;
}

/** What somebody pointed at in a take: one tap, and both hear it again. */
export function Moments({ model, practice }: MomentsProps) {
  const m = useMessages(practiceMessages);
  const { moments, playback } = useSyncExternalStore(model.subscribe, model.getSnapshot);
  const { notes } = model.script;
  const { corrections } = useSyncExternalStore(notes.subscribe, notes.getSnapshot);
  const [place, setPlace] = useState<MarkedPlace | null>(null);
  const button = useRef<HTMLButtonElement>(null);
  if (practice.takes.length === 0) return null;
  const at = ({ recordingId, atMs }: MarkedPlace) => ({
    take: m.take({ n: takeNumber(practice, recordingId) }),
    at: formatClock(atMs),
  });
  const close = () => {
    setPlace(null);
    // What had the focus is gone.
    button.current?.focus();
  };
  const wordsOf = ({ text, correctionId }: Moment): string => {
    const correction = corrections.find(({ id }) => id === correctionId);
    return [correction && correctionLine(correction), text].filter(Boolean).join(' · ');
  };
  return (
    <section className={classes.part} aria-label={m.moments}>
      <Text component="h3" fw={700} m={0} fz="sm">
        {m.moments}
      </Text>
      <Button
        ref={button}
        variant="light"
        aria-disabled={playback === null || place !== null}
        // What is typed of the one that is open is kept.
        onClick={() => setPlace(place ?? model.place())}
      >
        {m.mark}
      </Button>
      {place && (
        <MomentForm
          key={`${place.recordingId} ${place.atMs}`}
          title={m.markAt(at(place))}
          corrections={corrections}
          onKeep={(words) => model.mark({ ...place, ...words })}
          onClose={close}
        />
      )}
      {moments.length === 0 ? (
        <Text fz="sm" c="dimmed">
          {m.noMoments}
        </Text>
      ) : (
        <ul className={classes.moments}>
          {moments.map((moment) => (
            <li key={moment.id} className={classes.moment}>
              <Button
                variant="default"
                className={classes.replay}
                aria-label={[m.replay(at(moment)), wordsOf(moment)].filter(Boolean).join(', ')}
                onClick={() => model.replay(moment)}
              >
                {m.markAt(at(moment))}
              </Button>
              <span className={classes.words}>{wordsOf(moment)}</span>
              <CloseButton
                size="xl"
                aria-label={m.remove(at(moment))}
                onClick={() => {
                  model.unmark(moment);
                  button.current?.focus();
                }}
              />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
