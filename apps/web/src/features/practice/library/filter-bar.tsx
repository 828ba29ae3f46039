import { NativeSelect } from '@mantine/core';
import { QUESTION_TOPICS, QUESTION_TYPES, SCRIPT_STATES } from '@ieum/api-contract';
import { useMessages } from '../../../shared/i18n/use-messages';
import { LEVELS } from '../../../shared/practice/levels';
import { usePracticeWords } from '../../../shared/practice/use-practice-words';
import { withFilter } from './filters';
import type { FilterName, Filters } from './filters';
import { libraryMessages } from './library-messages';
import classes from './library.module.css';
import { SearchField } from './search-field';

interface FilterBarProps {
  readonly filters: Filters;
  readonly onChange: (filters: Filters) => void;
}

/** Which scripts are shown. */
export function FilterBar({ filters, onChange }: FilterBarProps) {
  const m = useMessages(libraryMessages);
  const words = usePracticeWords();
  const select = (name: Exclude<FilterName, 'q'>, any: string, options: readonly Option[]) => (
    <NativeSelect
      size="md"
      label={m[name]}
      value={String(filters[name] ?? '')}
      data={[{ value: '', label: any }, ...options]}
      onChange={(event) => onChange(withFilter(filters, name, event.currentTarget.value))}
    />
  );
  return (
    <search className={classes.filters} aria-label={m.filters}>
      <SearchField words={filters.q ?? ''} onChange={(q) => onChange(withFilter(filters, 'q', q))} />
      {select('topic', m.anyTopic, named(QUESTION_TOPICS, words.topics))}
      {select('type', m.anyType, named(QUESTION_TYPES, words.types))}
      {select('level', m.anyLevel, named(LEVELS, words.levels))}
      {select('state', m.anyState, named(SCRIPT_STATES, m.states))}
    </search>
  );
}

interface Option {
  readonly value: string;
  readonly label: string;
}

const named = <Value extends string>(values: readonly Value[], names: Readonly<Record<Value, string>>): Option[] =>
  values.map((value) => ({ value, label: names[value] }));
