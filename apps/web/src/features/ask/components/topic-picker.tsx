import { TOPICS_BY_KIND } from '@ieum/signaling-protocol';
import type { Kind, Topic } from '@ieum/signaling-protocol';
import { useConsultWords } from '../../../shared/consult/use-consult-words';
import { useMessages } from '../../../shared/i18n/use-messages';
import { ChoiceGroup } from '../../../shared/ui/choice-group';
import { askMessages } from '../messages';

interface TopicPickerProps {
  readonly kind: Kind;
  readonly value: Topic | null;
  readonly error: string | null;
  readonly onChange: (topic: Topic) => void;
}

export function TopicPicker({ kind, value, error, onChange }: TopicPickerProps) {
  const m = useMessages(askMessages);
  const words = useConsultWords();
  const topics: readonly Topic[] = TOPICS_BY_KIND[kind];
  const choices = topics.map((topic) => ({ value: topic, label: words.topics[topic] }));
  return <ChoiceGroup legend={m.topic} choices={choices} value={value} error={error} onChange={onChange} />;
}
