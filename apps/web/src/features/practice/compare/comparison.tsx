import type { Recording } from '@ieum/api-contract';
import { Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useRef } from 'react';
import { useMessages } from '../../../shared/i18n/use-messages';
import { Notice } from '../../../shared/ui/notice';
import { Section } from '../../../shared/ui/section';
import { spokenTextMessages } from '../../../shared/practice/spoken-text-messages';
import { speechToTextQuery } from '../transcript/transcript-queries';
import { useTranscript } from '../transcript/use-transcript';
import { changeText } from './change-text';
import type { ChosenTakes } from './choose-takes';
import { compareMessages } from './compare-messages';
import type { CompareWords } from './compare-messages';
import classes from './compare.module.css';
import { ComparedTake } from './compared-take';
import { changesBetween, takeFacts } from './take-facts';
import type { TakeFacts } from './take-facts';

interface ComparisonProps {
  readonly chosen: ChosenTakes;
  /** As it is now, corrections included. */
  readonly script: string;
  readonly nameOf: (take: Recording) => string;
  /** A take that was recorded just now: the focus comes here with it. */
  readonly arrived: string | null;
}

/** Two takes side by side, and what changed from one to the other. */
export function Comparison({ chosen: { before, after }, script, nameOf, arrived }: ComparisonProps) {
  const m = useMessages(compareMessages);
  const { seekHint } = useMessages(spokenTextMessages);
  const { data: speech } = useQuery(speechToTextQuery);
  const earlier = useFacts(before, script);
  const later = useFacts(after, script);
  const note = useRef<HTMLDivElement>(null);
  const isArrived = arrived === after.id;
  useEffect(() => {
    if (isArrived) note.current?.focus();
  }, [isArrived]);
  const names = { before: nameOf(before), after: nameOf(after) };
  const sides = [
    { side: m.before, name: names.before, take: before, ...earlier },
    { side: m.after, name: names.after, take: after, ...later },
  ];
  const lacksText = earlier.facts === null || later.facts === null;
  const hasTimes = Boolean(earlier.facts?.pauses ?? later.facts?.pauses);
  const hasText = earlier.facts !== null || later.facts !== null;
  return (
    <Section title={m.whatChanged}>
      <Stack gap="md">
        <div role="status" tabIndex={-1} ref={note}>
          {lacksText && speech?.available === false ? (
            <Notice tone="calm">{m.noProvider}</Notice>
          ) : (
            <Text fw={600}>{whatChanged(m, names, earlier.facts, later.facts)}</Text>
          )}
        </div>
        {hasText && script.trim() === '' && <Text>{m.noScript}</Text>}
        <div className={classes.sides}>
          {sides.map(({ side, name, take, facts, access }) => (
            <ComparedTake
              key={take.id}
              take={take}
              title={m.sideName({ side, name })}
              name={name}
              facts={facts}
              access={access}
              speech={speech}
            />
          ))}
        </div>
        {(earlier.facts?.runs ?? later.facts?.runs) && (
          <Text fz="sm" c="dimmed">
            {m.legend} {hasTimes && seekHint} {m.caveat}
          </Text>
        )}
      </Stack>
    </Section>
  );
}

function useFacts(take: Recording, script: string) {
  const access = useTranscript(take.id);
  const { transcript } = access;
  const facts = useMemo(() => takeFacts(take, transcript, script), [take, transcript, script]);
  return { access, facts };
}

interface Names {
  readonly before: string;
  readonly after: string;
}

function whatChanged(m: CompareWords, names: Names, before: TakeFacts | null, after: TakeFacts | null): string {
  if (!before || !after) return m.notYet;
  const changes = changeText(m, changesBetween(before, after));
  return changes === '' ? m.notKnown : m.change({ ...names, changes });
}
