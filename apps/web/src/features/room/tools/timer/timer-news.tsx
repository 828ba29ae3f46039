import { useSyncExternalStore } from 'react';
import { useMessages } from '../../../../shared/i18n/use-messages';
import type { ToolNewsProps } from '../tool';
import { timerMessages } from './timer-messages';
import type { TimerModel } from './timer-model';

/** That it began, and that it ended: the seconds between are looked at. */
export function TimerNews({ model, partner: name }: ToolNewsProps<TimerModel>) {
  const m = useMessages(timerMessages);
  const { news } = useSyncExternalStore(model.subscribe, model.getSnapshot);
  return news && <p key={news}>{news === 'over' ? m.over : m.started({ name })}</p>;
}
