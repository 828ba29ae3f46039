import { CloseButton, Group, Text } from '@mantine/core';
import { useSyncExternalStore } from 'react';
import { useMessages } from '../../../../shared/i18n/use-messages';
import { Loading } from '../../../../shared/ui/loading';
import type { ToolPanelProps } from '../tool';
import { HearingNote } from './hearing-note';
import { Moments } from './moments-part';
import { practiceMessages } from './practice-messages';
import type { PracticeModel } from './practice-model';
import classes from './practice.module.css';
import { ScriptSteps } from './script-steps';
import { TakeCard } from './take-card';
import { usePracticeName } from './use-practice-name';

export function PracticePanel({ model, onClose }: ToolPanelProps<PracticeModel>) {
  const m = useMessages(practiceMessages);
  const name = usePracticeName();
  const { practice, playback } = useSyncExternalStore(model.subscribe, model.getSnapshot);
  return (
    <>
      <Group justify="space-between" px="md" py={6} wrap="nowrap">
        <Text component="h2" fw={700} m={0} fz="md">
          {name}
        </Text>
        <CloseButton size="xl" aria-label={m.close} onClick={onClose} />
      </Group>
      <div className={classes.body}>
        <HearingNote sound={model.sound} />
        {practice ? (
          <>
            <section className={classes.part} aria-label={m.question}>
              <Text component="h3" fw={700} m={0} fz="sm">
                {m.question}
              </Text>
              <Text lang="en">{practice.question.text}</Text>
            </section>
            <section className={classes.part} aria-label={m.takes}>
              <Text component="h3" fw={700} m={0} fz="sm">
                {m.takes}
              </Text>
              {practice.takes.length === 0 ? (
                <Text c="dimmed">{m.noTakes}</Text>
              ) : (
                <>
                  <Text fz="sm" c="dimmed">
                    {m.bothHear}
                  </Text>
                  <ol className={classes.takes}>
                    {practice.takes.map((take, index) => (
                      <TakeCard
                        key={take.recording.id}
                        model={model}
                        take={take}
                        name={m.take({ n: index + 1 })}
                        playback={playback?.recordingId === take.recording.id ? playback : null}
                      />
                    ))}
                  </ol>
                </>
              )}
            </section>
            <Moments model={model} practice={practice} />
            <section className={classes.part} aria-label={m.script}>
              <Text component="h3" fw={700} m={0} fz="sm">
                {m.script}
              </Text>
              <ScriptText text={practice.script.text} />
              <ScriptSteps script={model.script} practice={practice} isMentor={model.isMentor} />
            </section>
          </>
        ) : (
          <Loading />
        )}
      </div>
    </>
  );
}

/** A long one is opened when it is wanted: the takes come below. */
const SHORT = 600;

function ScriptText({ text }: { readonly text: string }) {
  const m = useMessages(practiceMessages);
  if (text.trim() === '') return <Text c="dimmed">{m.noScript}</Text>;
  return (
    <details open={text.length <= SHORT}>
      <summary className={classes.summary}>{m.showScript}</summary>
      <p className={classes.text} lang="en">
        {text}
      </p>
    </details>
  );
}
