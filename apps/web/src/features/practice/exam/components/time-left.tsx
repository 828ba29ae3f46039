import type { Exam } from '@ieum/api-contract';
import { useEffect } from 'react';
import { useTickingNow } from '../../../../shared/hooks/use-ticking-now';
import { useMessages } from '../../../../shared/i18n/use-messages';
import { Notice } from '../../../../shared/ui/notice';
import { examMessages } from '../exam-messages';
import { isAnnounced, minutesLeft } from '../exam-progress';
import classes from './exam.module.css';

/** The server's clock may be a little behind this one. */
const ASK_AGAIN_MS = 2_000;

interface TimeLeftProps {
  readonly exam: Pick<Exam, 'endsAt'>;
  /** As far as this device can tell, the time is over; said again until it is. */
  readonly onOver: () => void;
}

/** How many minutes are left: to be looked at, and said aloud three times. */
export function TimeLeft({ exam, onOver }: TimeLeftProps) {
  const m = useMessages(examMessages);
  const minutes = minutesLeft(exam, useTickingNow());
  const announced = isAnnounced(minutes);
  const isOver = minutes === 0;
  useEffect(() => {
    if (!isOver) return undefined;
    onOver();
    const timer = setInterval(onOver, ASK_AGAIN_MS);
    return () => clearInterval(timer);
  }, [isOver, onOver]);
  return (
    <div>
      {!announced && <p className={classes.time}>{isOver ? m.timeOver : m.minutes({ n: minutes })}</p>}
      <div role="status">{announced && <Notice tone="warm">{m.announced({ n: minutes })}</Notice>}</div>
    </div>
  );
}
