import { Stack, Text } from '@mantine/core';
import { TOPICS_BY_KIND } from '@ieum/signaling-protocol';
import type { Topic } from '@ieum/signaling-protocol';
import { useConsultWords } from '../../../shared/consult/use-consult-words';
import { useMessages } from '../../../shared/i18n/use-messages';
import { ChoiceGroup } from '../../../shared/ui/choice-group';
import { withTopic } from '../mentor-draft';
import type { MentorDraft } from '../mentor-draft';
import { profileMessages } from '../messages';

interface TopicChoicesProps {
  readonly draft: MentorDraft;
  readonly onChange: (draft: MentorDraft) => void;
  readonly error: string | null;
}

/** The topics of every chosen kind. */
export function TopicChoices({ draft, onChange, error }: TopicChoicesProps) {
  const m = useMessages(profileMessages).mentor;
  const words = useConsultWords();
  if (draft.kinds.length === 0) {
    return (
      <div>
        <Text fw={600}>{m.topics}</Text>
        <Text c="dimmed">{m.topicsEmpty}</Text>
      </div>
    );
  }
  return (
    <Stack gap="md">
      {draft.kinds.map((kind) => {
        const topics: readonly Topic[] = TOPICS_BY_KIND[kind];
        const bare = !topics.some((topic) => draft.topics.includes(topic));
        return (
          <ChoiceGroup
            key={kind}
            legend={`${m.topics}: ${words.kinds[kind]}`}
            choices={topics.map((topic) => ({ value: topic, label: words.topics[topic] }))}
            value={draft.topics}
            onChange={(topic, on) => onChange(withTopic(draft, topic, on))}
            error={bare ? error : null}
          />
        );
      })}
    </Stack>
  );
}
