import { Button, Group, Stack, Text } from '@mantine/core';
import type { Script, ScriptVersion } from '@ieum/api-contract';
import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { errorText } from '../../../shared/i18n/error-messages';
import { useFormat } from '../../../shared/i18n/use-format';
import { useLanguage } from '../../../shared/i18n/language-provider';
import { useMessages } from '../../../shared/i18n/use-messages';
import { ConfirmDialog } from '../../../shared/ui/confirm-dialog';
import { ErrorState } from '../../../shared/ui/error-state';
import { Loading } from '../../../shared/ui/loading';
import type { ScriptAutosave } from './saved-script';
import { versionsQuery } from './script-queries';
import classes from './script.module.css';
import { takeFocus } from './take-focus';
import { useVersions } from './use-versions';
import type { VersionNews } from './use-versions';
import { versionMessages } from './version-messages';
import { VersionRow } from './version-row';

interface VersionsProps {
  readonly script: Script;
  /** As it is in the form. */
  readonly text: string;
  readonly autosave: ScriptAutosave;
  readonly blocked: boolean;
}

/** Texts that are kept as they once were: made, compared and brought back. */
export function Versions({ script, text, autosave, blocked }: VersionsProps) {
  const m = useMessages(versionMessages);
  const [open, setOpen] = useState(false);
  const keepButton = useRef<HTMLButtonElement>(null);
  const versions = useQuery({ ...versionsQuery(script.id), enabled: open });
  const [leaving, setLeaving] = useState<ScriptVersion | null>(null);
  const format = useFormat();
  const { news, error, busy, keep, restore, undo, remove } = useVersions(script, autosave);
  return (
    <Stack gap="xs" data-print="no">
      <Group gap="sm">
        <Button
          ref={keepButton}
          variant="light"
          aria-disabled={busy}
          disabled={blocked || text === ''}
          onClick={() => !busy && keep()}
        >
          {m.keep}
        </Button>
        <News
          news={news}
          error={error}
          busy={busy}
          onUndo={(number) => {
            // The button goes with what it undoes.
            keepButton.current?.focus();
            undo(number);
          }}
        />
      </Group>
      <details open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary className={classes.summary}>{m.versions}</summary>
        {!versions.data ? (
          versions.error ? (
            <ErrorState error={versions.error} onRetry={() => void versions.refetch()} />
          ) : (
            open && <Loading label={m.loading} lines={2} />
          )
        ) : versions.data.length === 0 ? (
          <Text c="dimmed">{m.none}</Text>
        ) : (
          <ol className={classes.versions} reversed>
            {versions.data.map((version) => (
              <VersionRow
                key={version.number}
                version={version}
                text={text}
                blocked={blocked}
                onRestore={() => !busy && restore(version)}
                onDelete={() => setLeaving(version)}
              />
            ))}
          </ol>
        )}
      </details>
      <ConfirmDialog
        opened={leaving !== null}
        title={leaving ? m.deleteTitle({ date: format.dateTime(leaving.createdAt) }) : ''}
        confirmLabel={m.delete}
        cancelLabel={m.keepIt}
        danger
        onConfirm={() => {
          if (leaving && !busy) remove(leaving.number);
          setLeaving(null);
        }}
        onCancel={() => setLeaving(null)}
      >
        {m.deleteText}
      </ConfirmDialog>
    </Stack>
  );
}

interface NewsProps {
  readonly news: VersionNews | null;
  readonly error: unknown;
  readonly busy: boolean;
  readonly onUndo: (number: number) => void;
}

/** What was done last. */
function News({ news, error, busy, onUndo }: NewsProps) {
  const m = useMessages(versionMessages);
  const { language } = useLanguage();
  const format = useFormat();
  const isRemoved = news?.kind === 'removed';
  const undoes = news?.kind === 'restored' ? news.undoes : null;
  return (
    <>
      <Text
        key={isRemoved ? 'removed' : 'news'}
        // The row goes, and with it the button that asked.
        ref={isRemoved ? takeFocus : null}
        role="status"
        fz="sm"
        {...(isRemoved ? { tabIndex: -1 } : {})}
        {...(error ? { c: 'red' } : {})}
      >
        {error
          ? errorText(error, language)
          : news?.kind === 'restored'
            ? m.restored({ date: format.dateTime(news.version.createdAt) })
            : news && m[news.kind]}
      </Text>
      {undoes !== null && (
        <Button ref={takeFocus} variant="subtle" aria-disabled={busy} onClick={() => !busy && onUndo(undoes)}>
          {m.undo}
        </Button>
      )}
    </>
  );
}
