import { TextInput } from '@mantine/core';
import { useEffect, useEffectEvent, useState } from 'react';
import { useMessages } from '../../../shared/i18n/use-messages';
import { libraryMessages } from './library-messages';
import classes from './library.module.css';

const PAUSE_MS = 300;
const LONGEST = 100;

interface SearchFieldProps {
  /** What is looked for. */
  readonly words: string;
  readonly onChange: (words: string) => void;
}

/** Looks for what is typed, once there is a pause. */
export function SearchField({ words, onChange }: SearchFieldProps) {
  const m = useMessages(libraryMessages);
  const [typed, setTyped] = useState(words);
  const [sought, setSought] = useState(words);
  if (words !== sought) {
    // The address changed: by a pause, which leaves a space at the end of what is typed alone, or by another hand.
    setSought(words);
    if (typed.trim() !== words) setTyped(words);
  }
  const change = useEffectEvent(onChange);
  useEffect(() => {
    if (typed.trim() === words) return;
    const timer = setTimeout(() => change(typed), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed, words]);
  return (
    <TextInput
      type="search"
      size="md"
      className={classes.search}
      label={m.search}
      description={m.searchHint}
      maxLength={LONGEST}
      value={typed}
      onChange={(event) => setTyped(event.currentTarget.value)}
    />
  );
}
