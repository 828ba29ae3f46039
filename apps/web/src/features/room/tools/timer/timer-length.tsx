import { Button, Group, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { FormEvent } from 'react';
import { useMessages } from '../../../../shared/i18n/use-messages';
import { timerMessages } from './timer-messages';
import classes from './timer.module.css';

interface TimerLengthProps {
  readonly lengthMs: number;
  /** `false`: it cannot be so long. */
  readonly onChoose: (minutes: number) => boolean;
}

const PRESETS = [1, 2, 5, 10] as const;

/** How long the countdown is; choosing one sets it back. */
export function TimerLength({ lengthMs, onChoose }: TimerLengthProps) {
  const m = useMessages(timerMessages);
  const [own, setOwn] = useState('');
  const [wrong, setWrong] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    // People write the comma of their language.
    const minutes = Number(own.trim().replace(',', '.'));
    setWrong(own.trim() === '' || !onChoose(minutes));
  };
  return (
    <>
      <div className={classes.presets} role="group" aria-label={m.length}>
        {PRESETS.map((minutes) => (
          <Button
            key={minutes}
            variant={lengthMs === minutes * 60_000 ? 'light' : 'default'}
            px={4}
            aria-pressed={lengthMs === minutes * 60_000}
            onClick={() => onChoose(minutes)}
          >
            {m.minutes({ minutes })}
          </Button>
        ))}
      </div>
      <form onSubmit={submit} noValidate>
        <Group gap="xs" align="flex-end" wrap="nowrap">
          <TextInput
            className={classes.own}
            label={m.own}
            inputMode="decimal"
            autoComplete="off"
            value={own}
            aria-invalid={wrong}
            onChange={({ currentTarget }) => {
              setOwn(currentTarget.value);
              setWrong(false);
            }}
          />
          <Button type="submit" variant="default">
            {m.set}
          </Button>
        </Group>
        <p className={classes.wrong} role="alert">
          {wrong && m.wrong}
        </p>
      </form>
    </>
  );
}
