import { useMessages } from '../i18n/use-messages';
import { uiMessages } from './messages';
import classes from './state.module.css';

interface LoadingProps {
  /** What is being loaded, for those who cannot see it. */
  readonly label?: string;
  readonly lines?: number;
}

/** Grey lines where text is about to be. */
export function Loading({ label, lines = 3 }: LoadingProps) {
  const m = useMessages(uiMessages);
  return (
    <div role="status" className={classes.loading}>
      <span className={classes.hidden}>{label ?? m.loading}</span>
      {Array.from({ length: lines }, (_, index) => (
        <div key={index} className={classes.line} aria-hidden="true" />
      ))}
    </div>
  );
}
