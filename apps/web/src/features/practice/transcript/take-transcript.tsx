import type { SpeechToText, Transcript } from '@ieum/api-contract';
import { Button, Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useMessages } from '../../../shared/i18n/use-messages';
import { TranscriptAsk } from './transcript-ask';
import { SpokenText } from '../../../shared/practice/spoken-text';
import { transcriptMessages } from './transcript-messages';
import { TranscriptNews } from './transcript-news';
import { speechToTextQuery } from './transcript-queries';
import { useTranscript } from './use-transcript';

interface TakeTranscriptProps {
  readonly recordingId: string;
  readonly name: string;
  readonly atMs: number | null;
  readonly onPlayFrom: (ms: number) => void;
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
  const access = useTranscript(recordingId);
  const { transcript } = access;
  return (
    <Stack gap="xs" mt="sm">
      <div role="status">{transcript && <TranscriptNews transcript={transcript} advice={m.typeIt} />}</div>
      {transcript?.status === 'done' && <Heard transcript={transcript} {...rest} />}
      <TranscriptAsk access={access} speech={speech} name={rest.name} />
    </Stack>
  );
}

type HeardProps = Omit<TakeTranscriptProps, 'recordingId'> & { readonly transcript: Transcript };

function Heard({ transcript, name, atMs, onPlayFrom, canUse, onUse }: HeardProps) {
  const m = useMessages(transcriptMessages);
  const [used, setUsed] = useState(false);
  const use = () => {
    if (!canUse || used) return;
    onUse(transcript.text);
    setUsed(true);
  };
  return (
    <Stack gap="xs" align="flex-start">
      <SpokenText transcript={transcript} atMs={atMs} onPlayFrom={onPlayFrom} />
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
