import { Button, Group, Stack, Text } from '@mantine/core';
import type { Script } from '@ieum/api-contract';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useFormat } from '../../../shared/i18n/use-format';
import { useMessages } from '../../../shared/i18n/use-messages';
import { printPart } from '../../../shared/lib/print-part';
import { saveText } from '../../../shared/lib/save-file';
import { ConfirmDialog } from '../../../shared/ui/confirm-dialog';
import { ErrorState } from '../../../shared/ui/error-state';
import type { ScriptAutosave } from './saved-script';
import { dayOf, scriptFile } from './script-file';
import { scriptMessages } from './script-messages';
import { deleteScript } from './script-queries';
import { SCRIPT_PART } from './script-paper';
import { versionMessages } from './version-messages';

interface ScriptActionsProps {
  readonly script: Script;
  /** As it is in the form. */
  readonly text: string;
  readonly autosave: ScriptAutosave;
  /** Another tab wrote meanwhile: first it is decided which text stays. */
  readonly blocked: boolean;
  /** While it is being deleted nothing is written. */
  readonly onLeaving: (leaving: boolean) => void;
  readonly onDeleted: (script: Script) => void;
  /** What else can be done with it. */
  readonly children?: ReactNode;
}

/** Taking the script along, and deleting it. */
export function ScriptActions(props: ScriptActionsProps) {
  const { script, text, autosave, blocked, onLeaving, onDeleted, children } = props;
  const m = useMessages(scriptMessages);
  const { unsaved } = useMessages(versionMessages);
  const format = useFormat();
  const [asking, setAsking] = useState(false);
  const remove = useMutation({
    mutationFn: async () => {
      onLeaving(true);
      // What comes back after an undo is all that was typed.
      if (!(await autosave.flush())) return false;
      await deleteScript(script.id);
      return true;
    },
    onSuccess: (isDeleted) => {
      if (!isDeleted) return onLeaving(false);
      autosave.discard();
      onDeleted(script);
    },
    onError: () => onLeaving(false),
  });
  const save = () => {
    const date = m.changedAt({ date: format.dateTime(script.updatedAt) });
    const file = scriptFile({ question: script.question.text, text, date });
    saveText(`${m.fileName({ date: dayOf(script.updatedAt) })}.md`, file, 'text/markdown');
  };
  return (
    <Stack gap="sm" data-print="no">
      <Group gap="sm">
        {children}
        <Button variant="default" onClick={save}>
          {m.save}
        </Button>
        <Button variant="default" onClick={() => printPart(SCRIPT_PART)}>
          {m.print}
        </Button>
        <Button variant="subtle" color="red" disabled={blocked || remove.isPending} onClick={() => setAsking(true)}>
          {m.delete}
        </Button>
      </Group>
      <div role="status">{remove.data === false && <Text>{unsaved}</Text>}</div>
      {remove.error && <ErrorState error={remove.error} />}
      <ConfirmDialog
        opened={asking}
        title={m.deleteTitle}
        danger
        confirmLabel={m.deleteConfirm}
        cancelLabel={m.deleteCancel}
        onCancel={() => setAsking(false)}
        onConfirm={() => {
          setAsking(false);
          remove.mutate();
        }}
      >
        {m.deleteText}
      </ConfirmDialog>
    </Stack>
  );
}
