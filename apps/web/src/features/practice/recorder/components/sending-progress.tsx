import { useId } from 'react';
import { useMessages } from '../../../../shared/i18n/use-messages';
import { recorderMessages } from '../recorder-messages';
import type { TakeRow } from '../take-row';
import classes from './recorder.module.css';

/** How much of a take has arrived. */
export function SendingProgress({ row: { sentBytes, bytes } }: { readonly row: TakeRow }) {
  const m = useMessages(recorderMessages);
  const id = useId();
  const percent = bytes === 0 ? 0 : Math.floor((sentBytes / bytes) * 100);
  return (
    <div className={classes.sending}>
      <progress className={classes.progress} value={percent} max={100} aria-labelledby={id} />
      <span id={id}>{m.progress({ percent })}</span>
    </div>
  );
}
