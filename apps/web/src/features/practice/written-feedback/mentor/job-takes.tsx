import { Button, Stack, Text } from '@mantine/core';
import { MAX_MOMENTS } from '@ieum/api-contract';
import type { CarriedTake, TakeMoment } from '@ieum/api-contract';
import { useCallback } from 'react';
import { useMessages } from '../../../../shared/i18n/use-messages';
import { Section } from '../../../../shared/ui/section';
import { TakeName } from '../../components/take-name';
import { TakePlayer } from '../../recorder/components/take-player';
import type { TakeSound } from '../../../../shared/practice/sound/take-sound';
import { SpokenText } from '../../../../shared/practice/spoken-text';
import { questionMessages } from '../../question-messages';
import { jobMessages } from '../job-messages';
import { fetchJobTake } from '../job-queries';
import { MomentList } from './moment-list';
import type { IndexedMoment } from './moment-list';

interface JobTakesProps {
  readonly id: string;
  readonly takes: readonly CarriedTake[];
  readonly moments: readonly TakeMoment[];
  readonly onChange: (moments: TakeMoment[]) => void;
}

/** Takes to be heard, and what is marked in them. Moments of takes that are not there now stay. */
export function JobTakes({ id, takes, moments, onChange }: JobTakesProps) {
  const m = useMessages(jobMessages);
  const { take: takeName } = useMessages(questionMessages);
  const fetchSound = useCallback(
    (recordingId: string, signal: AbortSignal) => fetchJobTake(id, recordingId, signal),
    [id],
  );
  const indexed: readonly IndexedMoment[] = moments.map((moment, index) => ({ ...moment, index }));
  const known = new Set(takes.map(({ recording }) => recording.id));
  const others = indexed.filter(({ recordingId }) => !known.has(recordingId));
  const say = (index: number, text: string) =>
    onChange(moments.map((moment, at) => (at === index ? { ...moment, text } : moment)));
  const remove = (index: number) => onChange(moments.filter((_, at) => at !== index));
  const mark = (recordingId: string, sound: TakeSound) =>
    onChange([...moments, { recordingId, atMs: sound.getSnapshot().atMs, text: '' }]);
  const isFull = moments.length >= MAX_MOMENTS;
  return (
    <>
      {takes.length > 0 && (
        <Section title={m.takesTitle}>
          <Stack gap="lg">
            {takes.map(({ recording, transcript }, index) => {
              const name = takeName({ n: index + 1 });
              return (
                <div key={recording.id}>
                  <TakeName name={name} take={recording} />
                  <TakePlayer recording={recording} name={name} fetchSound={fetchSound}>
                    {(atMs, sound) => (
                      <Stack gap="sm" mt="sm" align="flex-start">
                        {transcript?.status === 'done' && (
                          <SpokenText
                            transcript={transcript}
                            atMs={atMs}
                            onPlayFrom={(ms) => void sound.playFrom(ms)}
                          />
                        )}
                        <Button
                          variant="light"
                          aria-label={m.markOf({ name })}
                          disabled={isFull}
                          onClick={() => mark(recording.id, sound)}
                        >
                          {m.mark}
                        </Button>
                        {isFull && <Text fz="sm">{m.fullMoments}</Text>}
                        <MomentList
                          moments={indexed.filter(({ recordingId }) => recordingId === recording.id)}
                          name={name}
                          sound={sound}
                          onSay={say}
                          onRemove={remove}
                        />
                      </Stack>
                    )}
                  </TakePlayer>
                </div>
              );
            })}
          </Stack>
        </Section>
      )}
      {others.length > 0 && (
        <Section title={m.otherMoments}>
          <MomentList moments={others} name={m.goneTake} sound={null} onSay={say} onRemove={remove} />
        </Section>
      )}
    </>
  );
}
