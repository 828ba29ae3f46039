import type { StepStatus } from '../check-steps';
import classes from './ready-check.module.css';

const SHAPES: Readonly<Record<StepStatus, string>> = {
  waiting: '',
  running: 'M12 7.5v5l3 2',
  ok: 'm7.5 12.5 3 3 6-7',
  warning: 'M12 7v6m0 3.2v.1',
  failed: 'm8.5 8.5 7 7m0-7-7 7',
  skipped: 'M8 12h8',
};

/** The status as a shape, not as a colour alone; the words beside it say the same. */
export function StatusIcon({ status }: { readonly status: StepStatus }) {
  return (
    <svg className={classes.icon} viewBox="0 0 24 24" data-status={status} aria-hidden="true" focusable="false">
      <circle cx="12" cy="12" r="10" />
      <path d={SHAPES[status]} />
    </svg>
  );
}
