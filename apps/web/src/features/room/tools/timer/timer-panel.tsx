import { Button, CloseButton, Group, Text } from '@mantine/core';
import { useSyncExternalStore } from 'react';
import { useTickingNow } from '../../../../shared/hooks/use-ticking-now';
import { useMessages } from '../../../../shared/i18n/use-messages';
import { formatClock } from '../../../../shared/lib/format-clock';
import { SoundSwitch } from '../../../../shared/sound/sound-switch';
import type { ToolPanelProps } from '../tool';
import { remainingMs } from './countdown';
import { TimerLength } from './timer-length';
import { timerMessages } from './timer-messages';
import type { TimerModel } from './timer-model';
import classes from './timer.module.css';
import { useTimerName } from './use-timer-name';

/** Often enough that both sides change their seconds together, as one sees it. */
const TICK_MS = 200;

export function TimerPanel({ model, onClose }: ToolPanelProps<TimerModel>) {
  const m = useMessages(timerMessages);
  const name = useTimerName();
  const { countdown, status } = useSyncExternalStore(model.subscribe, model.getSnapshot);
  const now = useTickingNow(TICK_MS);
  const left = status === 'over' ? 0 : remainingMs(countdown, now);
  // One begins with the whole length, and ends with nothing.
  const shown = formatClock(Math.ceil(left / 1_000) * 1_000);
  return (
    <>
      <Group justify="space-between" px="md" py={6} wrap="nowrap">
        <Text component="h2" fw={700} m={0} fz="md">
          {name}
        </Text>
        <CloseButton size="xl" aria-label={m.close} onClick={onClose} />
      </Group>
      <div className={classes.body}>
        <div className={classes.time} role="timer" aria-label={`${m.left} ${shown}`} data-status={status}>
          {shown}
        </div>
        <progress className={classes.bar} max={countdown.lengthMs} value={left} aria-label={m.left} />
        <Text ta="center" fw={600} className={classes.state}>
          {status === 'over' && m.over}
        </Text>
        <Group justify="center" gap="sm">
          {status === 'running' ? (
            <Button onClick={() => model.pause()}>{m.pause}</Button>
          ) : (
            <Button onClick={() => model.start()}>{status === 'paused' ? m.resume : m.start}</Button>
          )}
          <Button variant="default" disabled={status === 'idle'} onClick={() => model.reset()}>
            {m.reset}
          </Button>
        </Group>
        <TimerLength lengthMs={countdown.lengthMs} onChoose={(minutes) => model.choose(minutes)} />
        <SoundSwitch />
        <Text fz="sm" c="dimmed">
          {m.about}
        </Text>
      </div>
    </>
  );
}
