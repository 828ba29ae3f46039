import { Button, Group, Stack, Text } from '@mantine/core';
import type { ScriptVersion } from '@ieum/api-contract';
import { lazy, Suspense, useState } from 'react';
import { useFormat } from '../../../shared/i18n/use-format';
import { useMessages } from '../../../shared/i18n/use-messages';
import { countWords } from './script-facts';
import { scriptMessages } from './script-messages';
import classes from './script.module.css';
import { versionMessages } from './version-messages';

/** Comes with what compares texts. */
const Changes = lazy(() => import('./changes').then(({ Changes: changes }) => ({ default: changes })));

interface VersionRowProps {
  readonly version: ScriptVersion;
  /** As it is in the form. */
  readonly text: string;
  readonly blocked: boolean;
  readonly onRestore: () => void;
  readonly onDelete: () => void;
}

/** One kept text: when, how long, what changed since. */
export function VersionRow({ version, text, blocked, onRestore, onDelete }: VersionRowProps) {
  const m = useMessages(versionMessages);
  const { words } = useMessages(scriptMessages);
  const format = useFormat();
  const [comparing, setComparing] = useState(false);
  const date = format.dateTime(version.createdAt);
  const same = version.text === text;
  return (
    <li className={classes.version}>
      <div className={classes.versionHead}>
        <Stack gap={2}>
          <Text fw={600}>
            <time dateTime={version.createdAt}>{date}</time>
          </Text>
          <Text fz="sm" c="dimmed">
            {words({ n: String(countWords(version.text)) })}
            {version.origin !== 'kept' && ` · ${m.origins[version.origin]}`}
          </Text>
        </Stack>
        <Group gap="xs">
          {same ? (
            <Text fz="sm" c="dimmed">
              {m.same}
            </Text>
          ) : (
            <>
              <Button
                variant="default"
                aria-label={m.compareWith({ date })}
                aria-expanded={comparing}
                onClick={() => setComparing(!comparing)}
              >
                {m.compare}
              </Button>
              <Button variant="default" aria-label={m.restoreOf({ date })} disabled={blocked} onClick={onRestore}>
                {m.restore}
              </Button>
            </>
          )}
          <Button variant="subtle" color="red" aria-label={m.deleteOf({ date })} onClick={onDelete}>
            {m.delete}
          </Button>
        </Group>
      </div>
      {comparing && !same && (
        <Suspense fallback={<Text c="dimmed">{m.comparing}</Text>}>
          <Changes label={m.changes({ date })} before={version.text} after={text} />
        </Suspense>
      )}
    </li>
  );
}
