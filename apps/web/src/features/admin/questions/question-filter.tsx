import { QUESTION_TOPICS, QUESTION_TYPES } from '@ieum/api-contract';
import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { SyntheticEvent } from 'react';
import { useMessages } from '../../../shared/i18n/use-messages';
import { usePracticeWords } from '../../../shared/practice/use-practice-words';
import classes from '../components/admin.module.css';
import { questionMessages } from './question-messages';
import type { QuestionChoice } from './question-queries';

interface QuestionFilterProps {
  readonly choice: QuestionChoice;
  readonly onChoose: (choice: QuestionChoice) => void;
}

/** Which questions to show. Words are looked for when they are sent, all else at once. */
export function QuestionFilter({ choice, onChoose }: QuestionFilterProps) {
  const m = useMessages(questionMessages);
  const names = usePracticeWords();
  const [words, setWords] = useState(choice.q);
  const find = (event: SyntheticEvent) => {
    event.preventDefault();
    onChoose({ ...choice, q: words.trim() });
  };
  return (
    <form className={classes.find} role="search" onSubmit={find}>
      <TextInput
        label={m.search}
        value={words}
        maxLength={100}
        autoComplete="off"
        onChange={(event) => setWords(event.currentTarget.value)}
      />
      <NativeSelect
        label={m.topic}
        value={choice.topic}
        data={[{ value: '', label: m.any }, ...QUESTION_TOPICS.map((value) => ({ value, label: names.topics[value] }))]}
        onChange={(event) => onChoose({ ...choice, topic: event.currentTarget.value })}
      />
      <NativeSelect
        label={m.type}
        value={choice.type}
        data={[{ value: '', label: m.any }, ...QUESTION_TYPES.map((value) => ({ value, label: names.types[value] }))]}
        onChange={(event) => onChoose({ ...choice, type: event.currentTarget.value })}
      />
      <NativeSelect
        label={m.state}
        value={choice.retired}
        data={[
          { value: 'no', label: m.inUse },
          { value: 'yes', label: m.retired },
          { value: 'any', label: m.any },
        ]}
        onChange={(event) => onChoose({ ...choice, retired: event.currentTarget.value as QuestionChoice['retired'] })}
      />
      <Button type="submit">{m.find}</Button>
    </form>
  );
}
