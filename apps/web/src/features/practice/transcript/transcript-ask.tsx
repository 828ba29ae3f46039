import type { SpeechToText } from '@ieum/api-contract';
import { Button, Group, Text } from '@mantine/core';
import { errorText } from '../../../shared/i18n/error-messages';
import { useLanguage } from '../../../shared/i18n/language-provider';
import { useMessages } from '../../../shared/i18n/use-messages';
import { transcriptMessages } from './transcript-messages';
import type { TranscriptAccess } from './use-transcript';

interface TranscriptAskProps {
  readonly access: TranscriptAccess;
  readonly speech: SpeechToText;
  /** What the take is called among others. */
  readonly name: string;
}

/** The button that has text made of a take, who hears the take then, and what went wrong. */
export function TranscriptAsk({ access, speech, name }: TranscriptAskProps) {
  const m = useMessages(transcriptMessages);
  const { language } = useLanguage();
  const { transcript, error, canAsk, isAsking, ask } = access;
  const label = transcript === null ? m.make : m.again;
  return (
    <>
      {error && <Text c="red">{errorText(error, language)}</Text>}
      {canAsk && (
        <Group gap="sm">
          <Button
            variant="light"
            aria-label={`${label}: ${name}`}
            aria-disabled={isAsking}
            onClick={() => isAsking || ask()}
          >
            {label}
          </Button>
          {speech.leavesServer && (
            <Text fz="sm" c="dimmed">
              {m.external({ name: speech.providerName ?? '' })}
            </Text>
          )}
        </Group>
      )}
    </>
  );
}
