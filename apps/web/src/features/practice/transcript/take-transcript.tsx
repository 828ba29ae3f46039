import type { SpeechToText, Transcript } from '@ieum/api-contract';
import { Button, Group, Stack, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { errorText } from '../../../shared/i18n/error-messages';
import { useLanguage } from '../../../shared/i18n/language-provider';
import { useMessages } from '../../../shared/i18n/use-messages';
import { SpokenText } from './spoken-text';
import { transcriptMessages } from './transcript-messages';
import { askForTranscript, speechToTextQuery, transcriptQuery } from './transcript-queries';

interface TakeTranscriptProps {
  readonly recordingId: string;
  readonly name: string;
  readonly atMs: number | null;
  /** There is a script that can take it. */
  readonly canUse: boolean;
  /** Puts it where the learner can go on with it. */
  readonly onUse: (text: string) => void;
}

/** The text of one take: asked for, made, and used. Nothing where nobody makes any. */
export function TakeTranscript(props: TakeTranscriptProps) {
  const { data: speech } = useQuery(speechToTextQuery);
  return speech?.available ? <OfTake {...props} speech={speech} /> : null;
}

function OfTake({ recordingId, speech, ...rest }: TakeTranscriptProps & { readonly speech: SpeechToText }) {
  const m = useMessages(transcriptMessages);
  const { language } = useLanguage();
  const client = useQueryClient();
  const { data, error } = useQuery(transcriptQuery(recordingId));
  const ask = useMutation({
    mutationFn: () => askForTranscript(recordingId),
    onSuccess: async (answer) => {
      const { queryKey } = transcriptQuery(recordingId);
      // One that was asked for before knows nothing of it.
      await client.cancelQueries({ queryKey });
      client.setQueryData(queryKey, answer);
    },
  });
  const transcript = data?.transcript ?? null;
  const failed = ask.error ?? error;
  const canAsk = data && (transcript === null || transcript.status === 'failed' || transcript.status === 'no-speech');
  return (
    <Stack gap="xs" mt="sm">
      <div role="status">{transcript && <News transcript={transcript} />}</div>
      {transcript?.status === 'done' && <Heard transcript={transcript} {...rest} />}
      {failed && <Text c="red">{errorText(failed, language)}</Text>}
      {canAsk && (
        <Group gap="sm">
          <Button
            variant="light"
            aria-label={`${transcript === null ? m.make : m.again}: ${rest.name}`}
            aria-disabled={ask.isPending}
            onClick={() => ask.isPending || ask.mutate()}
          >
            {transcript === null ? m.make : m.again}
          </Button>
          {speech.leavesServer && (
            <Text fz="sm" c="dimmed">
              {m.external({ name: speech.providerName ?? '' })}
            </Text>
          )}
        </Group>
      )}
    </Stack>
  );
}

/** What became of it, in a sentence. */
function News({ transcript }: { readonly transcript: Transcript }) {
  const m = useMessages(transcriptMessages);
  if (transcript.status === 'waiting') return <Text c="dimmed">{m.waiting}</Text>;
  if (transcript.status === 'no-speech') return <Text>{m.noSpeech}</Text>;
  if (transcript.status === 'failed') {
    return (
      <Text>
        {transcript.failure && m.failures[transcript.failure]} {m.typeIt}
      </Text>
    );
  }
  return (
    <Text fw={600} fz="sm">
      {m.title}
    </Text>
  );
}

type HeardProps = Omit<TakeTranscriptProps, 'recordingId'> & { readonly transcript: Transcript };

function Heard({ transcript, name, atMs, canUse, onUse }: HeardProps) {
  const m = useMessages(transcriptMessages);
  const [used, setUsed] = useState(false);
  const use = () => {
    if (!canUse || used) return;
    onUse(transcript.text);
    setUsed(true);
  };
  return (
    <Stack gap="xs" align="flex-start">
      <SpokenText transcript={transcript} atMs={atMs} />
      <Group gap="sm">
        <Button variant="default" aria-label={`${m.use}: ${name}`} aria-disabled={!canUse || used} onClick={use}>
          {m.use}
        </Button>
        <Text role="status" fz="sm" c="dimmed">
          {used && m.used}
        </Text>
      </Group>
    </Stack>
  );
}
