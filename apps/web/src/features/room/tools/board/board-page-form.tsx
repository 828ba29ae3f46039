import { Button, Group, TextInput } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import type { FormEvent, KeyboardEvent } from 'react';
import { useMessages } from '../../../../shared/i18n/use-messages';
import { BOARD_LIMITS } from './board-limits';
import { boardMessages } from './board-messages';
import classes from './board.module.css';

interface BoardPageFormProps {
  /** As it is called now. */
  readonly name: string;
  readonly placeholder: string;
  readonly onName: (name: string) => void;
  readonly onClose: () => void;
}

/** What a page is about. */
export function BoardPageForm({ name, placeholder, onName, onClose }: BoardPageFormProps) {
  const m = useMessages(boardMessages);
  const [typed, setTyped] = useState(name);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.select(), []);
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    onName(typed);
    onClose();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.nativeEvent.isComposing) return;
    // Of the panel, Escape closes only this.
    event.preventDefault();
    onClose();
  };
  return (
    <form className={classes.form} onSubmit={onSubmit}>
      <TextInput
        ref={input}
        label={m.topic}
        placeholder={placeholder}
        maxLength={BOARD_LIMITS.nameLength}
        autoComplete="off"
        className={classes.topic}
        value={typed}
        onChange={({ currentTarget }) => setTyped(currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      <Group gap={8}>
        <Button type="submit">{m.save}</Button>
        <Button variant="default" onClick={onClose}>
          {m.cancel}
        </Button>
      </Group>
    </form>
  );
}
