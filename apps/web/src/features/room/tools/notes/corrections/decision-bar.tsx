import { Button } from '@mantine/core';
import { useMessages } from '../../../../../shared/i18n/use-messages';
import { correctionsMessages } from './corrections-messages';
import classes from './corrections.module.css';
import type { Decision } from './resolve';

interface DecisionBarProps {
  /** What was decided last, while it can be undone. */
  readonly last: Decision | null;
  readonly onUndo: () => void;
}

export function DecisionBar({ last, onUndo }: DecisionBarProps) {
  const m = useMessages(correctionsMessages);
  return (
    <div className={classes.last}>
      <span role="status">{last && (last === 'accept' ? m.acceptedNow : m.rejectedNow)}</span>
      {last && (
        <Button variant="subtle" onClick={onUndo} data-undo="">
          {m.undo}
        </Button>
      )}
    </div>
  );
}
