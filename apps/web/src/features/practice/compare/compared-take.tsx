import type { Recording, SpeechToText } from '@ieum/api-contract';
import { Paper, Stack, Text, Title } from '@mantine/core';
import { useStableCallback } from '../../../shared/hooks/use-stable-callback';
import { useMessages } from '../../../shared/i18n/use-messages';
import { Loading } from '../../../shared/ui/loading';
import { TakePlayer } from '../recorder/components/take-player';
import { SpokenText } from '../../../shared/practice/spoken-text';
import { TranscriptAsk } from '../transcript/transcript-ask';
import { TranscriptNews } from '../transcript/transcript-news';
import type { TranscriptAccess } from '../transcript/use-transcript';
import { wordAt } from '../../../shared/practice/word-at';
import { AlignedWords } from './aligned-words';
import { compareMessages } from './compare-messages';
import type { TakeFacts } from './take-facts';
import { TakeFigures } from './take-figures';

interface ComparedTakeProps {
  readonly take: Recording;
  /** "Before: Take 1". */
  readonly title: string;
  readonly name: string;
  readonly facts: TakeFacts | null;
  readonly access: TranscriptAccess;
  readonly speech: SpeechToText | undefined;
}

/** One of the two: heard, in figures, and beside the script. */
export function ComparedTake(props: ComparedTakeProps) {
  const { take, title, name, facts, access, speech } = props;
  const { transcript } = access;
  return (
    <Paper component="section" withBorder p="md" radius="md" aria-label={title}>
      <Stack gap="sm">
        <Title order={3} size="h4">
          {title}
        </Title>
        <TakePlayer key={take.id} recording={take} name={title}>
          {(atMs, sound) => (
            <Stack gap="sm">
              <TakeFigures take={take} facts={facts} />
              {access.isLoading && <Loading lines={2} />}
              <div role="status">
                {transcript && transcript.status !== 'done' && <TranscriptNews transcript={transcript} />}
              </div>
              {facts && transcript && (
                <Heard
                  title={title}
                  facts={facts}
                  transcript={transcript}
                  atMs={atMs}
                  onPlayFrom={(ms) => void sound.playFrom(ms)}
                />
              )}
              {speech?.available && <Missing access={access} speech={speech} name={name} />}
            </Stack>
          )}
        </TakePlayer>
      </Stack>
    </Paper>
  );
}

interface HeardProps {
  readonly title: string;
  readonly facts: TakeFacts;
  readonly transcript: NonNullable<TranscriptAccess['transcript']>;
  readonly atMs: number | null;
  readonly onPlayFrom: (ms: number) => void;
}

function Heard({ title, facts: { runs }, transcript, atMs, onPlayFrom }: HeardProps) {
  const m = useMessages(compareMessages);
  const playFrom = useStableCallback(onPlayFrom);
  if (!runs) return <SpokenText transcript={transcript} atMs={atMs} onPlayFrom={onPlayFrom} />;
  return (
    <AlignedWords
      key={`${transcript.askedAt} ${runs.length}`}
      label={m.sideName({ side: m.besideScript, name: title })}
      runs={runs}
      times={transcript.words}
      playing={wordAt(transcript.words, atMs)}
      onPlayFrom={playFrom}
    />
  );
}

type MissingProps = Required<Pick<ComparedTakeProps, 'access' | 'name'>> & { readonly speech: SpeechToText };

/** Why there are few figures, and how to get more. */
function Missing({ access, speech, name }: MissingProps) {
  const m = useMessages(compareMessages);
  return (
    <>
      {access.canAsk && access.transcript === null && (
        <Text fz="sm" c="dimmed">
          {m.needsText}
        </Text>
      )}
      <TranscriptAsk access={access} speech={speech} name={name} />
    </>
  );
}
