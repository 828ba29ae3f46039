import { TOPICS } from '@ieum/signaling-protocol';
import type { Topic } from '@ieum/signaling-protocol';
import { useConsultWords } from '../../../shared/consult/use-consult-words';
import { useMessages } from '../../../shared/i18n/use-messages';
import { ChoiceGroup } from '../../../shared/ui/choice-group';
import { liveListMessages } from '../messages';

interface TopicFilterProps {
  /** How many requests wait in each topic. */
  readonly counts: ReadonlyMap<Topic, number>;
  readonly selected: ReadonlySet<Topic>;
  readonly onChange: (selected: ReadonlySet<Topic>) => void;
}

/** One chip a topic that somebody waits in; none chosen means all. */
export function TopicFilter({ counts, selected, onChange }: TopicFilterProps) {
  const m = useMessages(liveListMessages);
  const words = useConsultWords();
  const offered = TOPICS.filter((topic) => counts.has(topic) || selected.has(topic));
  if (offered.length < 2 && selected.size === 0) return null;
  const choices = offered.map((topic) => ({ value: topic, label: `${words.topics[topic]} ${counts.get(topic) ?? 0}` }));
  const toggle = (topic: Topic, checked: boolean) =>
    onChange(new Set(checked ? [...selected, topic] : [...selected].filter((other) => other !== topic)));
  return <ChoiceGroup legend={m.filter} choices={choices} value={[...selected]} onChange={toggle} />;
}
