import type { Transcript } from '@ieum/api-contract';
import { Text } from '@mantine/core';
import { useMessages } from '../../../shared/i18n/use-messages';
import { transcriptMessages } from './transcript-messages';

interface TranscriptNewsProps {
  readonly transcript: Transcript;
  /** What can be done where it failed. */
  readonly advice?: string;
}

/** What became of it, in a sentence. */
export function TranscriptNews({ transcript, advice }: TranscriptNewsProps) {
  const m = useMessages(transcriptMessages);
  if (transcript.status === 'waiting') return <Text c="dimmed">{m.waiting}</Text>;
  if (transcript.status === 'no-speech') return <Text>{m.noSpeech}</Text>;
  if (transcript.status === 'failed') {
    return (
      <Text>
        {transcript.failure && m.failures[transcript.failure]} {advice}
      </Text>
    );
  }
  return (
    <Text fw={600} fz="sm">
      {m.title}
    </Text>
  );
}
