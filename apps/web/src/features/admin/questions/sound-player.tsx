import { Button, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { errorText } from '../../../shared/i18n/error-messages';
import { useLanguage } from '../../../shared/i18n/language-provider';
import { useMessages } from '../../../shared/i18n/use-messages';
import { useBlobSource } from '../../../shared/lib/use-blob-source';
import { fetchQuestionSound } from '../../../shared/practice/sound/question-sound';
import { questionMessages } from './question-messages';

interface SoundPlayerProps {
  readonly questionId: string;
  readonly soundId: string;
}

/** Plays the file that learners hear. Keyed by it where it can become another one. */
export function SoundPlayer({ questionId, soundId }: SoundPlayerProps) {
  const m = useMessages(questionMessages);
  const { language } = useLanguage();
  const [asked, setAsked] = useState(false);
  const { data, error, isFetching, refetch } = useQuery({
    queryKey: ['admin', 'question-sound', soundId] as const,
    queryFn: ({ signal }) => fetchQuestionSound(questionId, signal),
    enabled: asked,
    staleTime: Infinity,
    gcTime: 0,
  });
  const [unplayable, setUnplayable] = useState(false);
  const show = useBlobSource<HTMLAudioElement>(data);
  const player = useCallback(
    (audio: HTMLAudioElement | null) => {
      // What had the focus is gone.
      audio?.focus();
      return show(audio);
    },
    [show],
  );
  if (unplayable) {
    return (
      <Text c="red" role="alert">
        {m.soundUnplayable}
      </Text>
    );
  }
  if (data) {
    return (
      <audio
        ref={player}
        controls
        autoPlay
        aria-label={m.sound}
        style={{ width: '100%' }}
        onError={() => setUnplayable(true)}
      />
    );
  }
  return (
    <>
      <div>
        <Button variant="default" loading={isFetching} onClick={() => (asked ? void refetch() : setAsked(true))}>
          {m.soundListen}
        </Button>
      </div>
      {error && !isFetching && (
        <Text c="red" role="alert">
          {errorText(error, language)}
        </Text>
      )}
    </>
  );
}
