import { Stack, Text } from '@mantine/core';
import { useDeferredValue, useMemo } from 'react';
import { useMessages } from '../../../shared/i18n/use-messages';
import { Told } from '../components/told';
import classes from './script.module.css';
import { versionMessages } from './version-messages';
import { wordChanges } from './word-changes';

interface ChangesProps {
  readonly label: string;
  readonly before: string;
  readonly after: string;
}

/** What became of a text, word by word. */
export function Changes({ label, before, after }: ChangesProps) {
  const m = useMessages(versionMessages);
  const newest = useDeferredValue(after);
  const changes = useMemo(() => wordChanges(before, newest), [before, newest]);
  return (
    <Stack gap="xs" component="section" aria-label={label}>
      <Text fz="sm" fw={600} aria-hidden="true">
        {label}
      </Text>
      {changes.every(({ kind }) => kind === 'same') ? (
        <Text c="dimmed">{m.onlySpaces}</Text>
      ) : (
        <p className={classes.changes} lang="en">
          {changes.map(({ kind, text }, index) =>
            kind === 'same' ? (
              <span key={index}>{text}</span>
            ) : kind === 'added' ? (
              <ins key={index}>
                <Told word={m.added} />
                {text}
              </ins>
            ) : (
              <del key={index}>
                <Told word={m.leftOut} />
                {text}
              </del>
            ),
          )}
        </p>
      )}
    </Stack>
  );
}
