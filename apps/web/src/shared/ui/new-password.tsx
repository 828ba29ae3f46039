import type { ReactNode } from 'react';
import { useMessages } from '../i18n/use-messages';
import { passwordStrength } from '../lib/password-strength';
import classes from './new-password.module.css';
import { Password } from './password';
import { passwordMessages } from './password-messages';

interface NewPasswordProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly onBlur?: () => void;
  readonly error?: ReactNode;
}

/** A password to be chosen, with a hint how hard it is to guess. */
export function NewPassword({ label, value, onChange, onBlur, error }: NewPasswordProps) {
  const m = useMessages(passwordMessages);
  const strength = passwordStrength(value);
  return (
    <div>
      <Password
        label={label}
        description={m.hint}
        name="new-password"
        autoComplete="new-password"
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
        {...(onBlur ? { onBlur } : {})}
        error={error}
      />
      <div className={classes.strength} data-strength={value === '' ? 'none' : strength}>
        <span className={classes.bar} aria-hidden="true" />
        <span className={classes.word} role="status">
          {value === '' ? '' : m.strength[strength]}
        </span>
      </div>
    </div>
  );
}
