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
  readonly atMs: number | null;
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
    onSuccess: (answer) => client.setQueryData(transcriptQuery(recordingId).queryKey, answer),
  });
  const transcript = data?.transcript ?? null;
  const failed = ask.error ?? error;
  const canAsk = data && (transcript === null || transcript.status === 'failed' || transcript.status === 'no-speech');
  return (
    <Stack gap="xs" mt="sm">
      <div role="status">{transcript && <Outcome transcript={transcript} {...rest} />}</div>
      {failed && <Text c="red">{errorText(failed, language)}</Text>}
      {canAsk && (
        <Group gap="sm">
          <Button variant="light" loading={ask.isPending} onClick={() => ask.mutate()}>
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

type OutcomeProps = Omit<TakeTranscriptProps, 'recordingId'> & { readonly transcript: Transcript };

function Outcome({ transcript, atMs, onUse }: OutcomeProps) {
  const m = useMessages(transcriptMessages);
  const [used, setUsed] = useState(false);
  if (transcript.status === 'waiting') return <Text c="dimmed">{m.waiting}</Text>;
  if (transcript.status === 'no-speech') return <Text>{m.noSpeech}</Text>;
  if (transcript.status === 'failed') {
    return (
      <Text>
        {transcript.failure && m.failures[transcript.failure]} {m.typeIt}
      </Text>
    );
  }
  const use = () => {
    onUse(transcript.text);
    setUsed(true);
  };
  return (
    <Stack gap="xs" align="flex-start">
      <Text fw={600} fz="sm">
        {m.title}
      </Text>
      <SpokenText transcript={transcript} atMs={atMs} />
      {used ? (
        <Text fz="sm" c="dimmed">
          {m.used}
        </Text>
      ) : (
        <Button variant="default" onClick={use}>
          {m.use}
        </Button>
      )}
    </Stack>
  );
}
