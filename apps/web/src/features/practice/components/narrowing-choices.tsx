import { Stack } from '@mantine/core';
import { QUESTION_TOPICS, QUESTION_TYPES } from '@ieum/api-contract';
import type { QuestionTopic, QuestionType } from '@ieum/api-contract';
import { useState } from 'react';
import { useMessages } from '../../../shared/i18n/use-messages';
import { usePracticeWords } from '../../../shared/practice/use-practice-words';
import { ChoiceGroup } from '../../../shared/ui/choice-group';
import { practiceMessages } from '../messages';
import { isNarrowed } from '../narrowing';
import type { Narrowing } from '../narrowing';
import classes from './practice.module.css';

interface NarrowingChoicesProps {
  /** Those of the survey: no other is drawn. */
  readonly topics: readonly QuestionTopic[];
  readonly narrowing: Narrowing;
  readonly onChange: (narrowing: Narrowing) => void;
}

/** One topic, one type, or any; folded away, for most want any. */
export function NarrowingChoices({ topics, narrowing, onChange }: NarrowingChoicesProps) {
  const m = useMessages(practiceMessages);
  const words = usePracticeWords();
  const [opened] = useState(() => isNarrowed(narrowing));
  const { topic, type } = narrowing;
  const offered = QUESTION_TOPICS.filter((one) => topics.includes(one));
  return (
    <details className={classes.details} open={opened}>
      <summary>{m.narrow}</summary>
      <Stack gap="md" pt="xs">
        <ChoiceGroup<QuestionTopic | 'any'>
          legend={m.topic}
          value={topic ?? 'any'}
          choices={[
            { value: 'any', label: m.anyTopic },
            ...offered.map((one) => ({ value: one, label: words.topics[one] })),
          ]}
          onChange={(one) => onChange({ ...(one === 'any' ? {} : { topic: one }), ...(type ? { type } : {}) })}
        />
        <ChoiceGroup<QuestionType | 'any'>
          legend={m.type}
          value={type ?? 'any'}
          choices={[
            { value: 'any', label: m.anyType },
            ...QUESTION_TYPES.map((one) => ({ value: one, label: words.types[one] })),
          ]}
          onChange={(one) => onChange({ ...(topic ? { topic } : {}), ...(one === 'any' ? {} : { type: one }) })}
        />
      </Stack>
    </details>
  );
}
