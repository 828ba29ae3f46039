import { useId } from 'react';
import type { ReactNode } from 'react';
import classes from './choice-group.module.css';

export interface Choice<Value extends string> {
  readonly value: Value;
  readonly label: ReactNode;
  readonly hint?: ReactNode;
}

interface ChoiceGroupProps<Value extends string> {
  readonly legend: ReactNode;
  readonly hint?: ReactNode;
  readonly choices: readonly Choice<Value>[];
  /** One value, or several: then any number can be chosen. */
  readonly value: Value | null | readonly Value[];
  readonly onChange: (value: Value, checked: boolean) => void;
  readonly error?: string | null | undefined;
  readonly layout?: 'chips' | 'cards';
}

/** A question with all its answers in sight: native radio buttons or check boxes in the shape of chips or cards. */
export function ChoiceGroup<Value extends string>(props: ChoiceGroupProps<Value>) {
  const { legend, hint, choices, value, onChange, error, layout = 'chips' } = props;
  const id = useId();
  const several = Array.isArray(value);
  const described = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ');
  return (
    <fieldset
      className={classes.group}
      aria-describedby={described || undefined}
      data-invalid={error ? true : undefined}
    >
      <legend className={classes.legend}>{legend}</legend>
      {hint && (
        <p id={`${id}-hint`} className={classes.hint}>
          {hint}
        </p>
      )}
      <div className={classes.choices} data-layout={layout}>
        {choices.map((choice) => (
          <label key={choice.value} className={classes.choice}>
            <input
              type={several ? 'checkbox' : 'radio'}
              name={id}
              value={choice.value}
              checked={several ? value.includes(choice.value) : value === choice.value}
              onChange={(event) => onChange(choice.value, event.currentTarget.checked)}
              aria-invalid={error ? true : undefined}
              className={classes.input}
            />
            <span className={classes.label}>{choice.label}</span>
            {choice.hint && <span className={classes.choiceHint}>{choice.hint}</span>}
          </label>
        ))}
      </div>
      {error && (
        <p id={`${id}-error`} className={classes.error} role="alert">
          {error}
        </p>
      )}
    </fieldset>
  );
}
