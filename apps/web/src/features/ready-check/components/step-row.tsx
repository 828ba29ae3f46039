import { VisuallyHidden } from '@mantine/core';
import type { ReactNode } from 'react';
import { useMessages } from '../../../shared/i18n/use-messages';
import type { StepName, StepStatus } from '../check-steps';
import { readyCheckMessages } from '../messages';
import classes from './ready-check.module.css';
import { StatusIcon } from './status-icon';

interface StepRowProps {
  readonly name: StepName;
  readonly status: StepStatus;
  /** What it came to, in a few words; read out whenever it changes. */
  readonly text: string;
  readonly hints: readonly string[];
  /** Controls. */
  readonly children?: ReactNode;
}

/** One part of the check: what it is, what it came to, what to click. */
export function StepRow({ name, status, text, hints, children }: StepRowProps) {
  const m = useMessages(readyCheckMessages);
  return (
    <li className={classes.step} data-step={name} data-status={status} tabIndex={-1}>
      <StatusIcon status={status} />
      <div className={classes.stepBody}>
        <p className={classes.stepHead}>
          <span className={classes.stepTitle} aria-hidden="true">
            {m.steps[name]}
          </span>
          <span className={classes.stepText} role="status">
            <VisuallyHidden>{m.steps[name]}: </VisuallyHidden>
            {text}
          </span>
        </p>
        {hints.map((hint) => (
          <p key={hint} className={classes.hint}>
            {hint}
          </p>
        ))}
        {children && <div className={classes.controls}>{children}</div>}
      </div>
    </li>
  );
}
