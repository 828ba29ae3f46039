import { Stack, Text } from '@mantine/core';
import type { CarriedPractice, CarriedTake } from '@ieum/api-contract';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { carriedPracticeQuery, carriedSounds } from '../../../shared/consult/carried-practice-query';
import { useMessages } from '../../../shared/i18n/use-messages';
import { ApiError } from '../../../shared/lib/api-error';
import { ErrorState } from '../../../shared/ui/error-state';
import { Loading } from '../../../shared/ui/loading';
import { TakeName } from '../components/take-name';
import { TakePlayer } from '../recorder/components/take-player';
import { SpokenText } from '../../../shared/practice/spoken-text';
import { questionMessages } from '../question-messages';
import classes from './carried.module.css';
import { carriedMessages } from './carried-messages';

/** The question, what was written, and what was said. */
export function Carried({ consultId }: { readonly consultId: string }) {
  const m = useMessages(carriedMessages);
  const { data, error, refetch } = useQuery(carriedPracticeQuery(consultId));
  if (data === null || (error instanceof ApiError && error.code === 'consults/not-found')) {
    return <Text role="status">{m.gone}</Text>;
  }
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />;
  return data ? <Practice practice={data} consultId={consultId} /> : <Loading label={m.loading} lines={4} />;
}

interface PracticeProps {
  readonly practice: CarriedPractice;
  readonly consultId: string;
}

function Practice({ practice: { question, script, takes }, consultId }: PracticeProps) {
  const m = useMessages(carriedMessages);
  const { take: takeName } = useMessages(questionMessages);
  const [fetchSound] = useState(() => carriedSounds(consultId));
  return (
    <Stack gap="lg">
      <Part title={m.question}>
        <p className={classes.text} lang="en">
          {question.text}
        </p>
      </Part>
      <Part title={m.script}>
        {script.text.trim() === '' ? (
          <Text c="dimmed">{m.noScript}</Text>
        ) : (
          <p className={classes.text} lang="en">
            {script.text}
          </p>
        )}
      </Part>
      {takes.length > 0 && (
        <Part title={m.takes}>
          {takes.map((take, index) => (
            <Take key={take.recording.id} take={take} name={takeName({ n: index + 1 })} fetchSound={fetchSound} />
          ))}
        </Part>
      )}
    </Stack>
  );
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <Stack component="section" gap="xs" aria-label={title}>
      <Text component="h3" fw={600} fz="sm" c="dimmed">
        {title}
      </Text>
      {children}
    </Stack>
  );
}

interface TakeProps {
  readonly take: CarriedTake;
  readonly name: string;
  readonly fetchSound: ReturnType<typeof carriedSounds>;
}

function Take({ take: { recording, transcript }, name, fetchSound }: TakeProps) {
  const m = useMessages(carriedMessages);
  return (
    <div>
      <TakeName name={name} take={recording} />
      <TakePlayer recording={recording} name={name} fetchSound={fetchSound}>
        {(atMs, sound) =>
          transcript?.status === 'done' && (
            <>
              <Text fz="sm" c="dimmed">
                {m.heard}
              </Text>
              <SpokenText transcript={transcript} atMs={atMs} onPlayFrom={(ms) => void sound.playFrom(ms)} />
            </>
          )
        }
      </TakePlayer>
    </div>
  );
}
