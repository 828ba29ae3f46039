import { Button, Group, Stack, Text } from '@mantine/core';
import { useMessages } from '../../../../shared/i18n/use-messages';
import { MicrophoneSelect } from '../../recorder/components/microphone-select';
import { RecorderProblem } from '../../recorder/components/recorder-problem';
import { examsMessages } from '../exams-messages';
import { useLevelCheck } from '../use-level-check';
import classes from './exam.module.css';

/** Whether one is heard, before the time runs. */
export function MicrophoneTry() {
  const m = useMessages(examsMessages);
  const { check, start, stop } = useLevelCheck();
  const isOff = check.status === 'off';
  return (
    <Stack gap="sm">
      <div>
        <Text fw={700}>{m.micTitle}</Text>
        <Text c="dimmed">{m.micHint}</Text>
      </div>
      <Group gap="md">
        <Button variant="default" onClick={() => (isOff ? void start() : stop())}>
          {isOff ? m.micTry : m.micStop}
        </Button>
        {check.status === 'on' && (
          <meter className={classes.meter} min={0} max={1} value={Math.sqrt(check.level)} aria-label={m.micLevel} />
        )}
      </Group>
      <Text role="status">{check.heard ? m.micHeard : check.status === 'on' ? m.micListening : ''}</Text>
      {check.problem && <RecorderProblem problem={check.problem} />}
      {isOff && <MicrophoneSelect />}
    </Stack>
  );
}
