import { Button, Group, Text } from '@mantine/core';
import type { Script } from '@ieum/api-contract';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { errorText } from '../../../shared/i18n/error-messages';
import { useLanguage } from '../../../shared/i18n/language-provider';
import { useMessages } from '../../../shared/i18n/use-messages';
import { ErrorState } from '../../../shared/ui/error-state';
import { Loading } from '../../../shared/ui/loading';
import { Notice } from '../../../shared/ui/notice';
import { Section } from '../../../shared/ui/section';
import { receiveScript } from './script-cache';
import { takesQuery } from '../practice-queries';
import type { OwnFeedbackLinks } from '../written-feedback/feedback-links';
import { ScriptForm } from './script-form';
import type { WrittenScript } from './script-form';
import { scriptMessages } from './script-messages';
import classes from './script.module.css';
import { restoreScript, scriptQuery } from './script-queries';
import { takeFocus } from './take-focus';

interface ScriptEditorProps {
  readonly questionId: string;
  /** A text that is to be put into it, after what is there. */
  readonly incoming: string | null;
  /** It is in there. */
  readonly onTaken: () => void;
  /** Whether it can take one. */
  readonly onReady: (ready: boolean) => void;
  /** What else can be done with the script. */
  readonly renderActions: (written: WrittenScript) => ReactNode;
  readonly feedbackLinks: OwnFeedbackLinks;
}

/** The student's text for one question. */
export function ScriptEditor({
  questionId,
  incoming,
  onTaken,
  onReady,
  renderActions,
  feedbackLinks,
}: ScriptEditorProps) {
  const m = useMessages(scriptMessages);
  const client = useQueryClient();
  const { data, error, refetch } = useQuery(scriptQuery(questionId));
  const [deleted, setDeleted] = useState<Script | null>(null);
  // A script that comes back, or goes, is another one to the form.
  const [life, setLife] = useState(0);
  const restore = useMutation({
    mutationFn: (script: Script) => restoreScript(script.id),
    onSuccess: (script) => {
      receiveScript(client, questionId, script);
      void client.invalidateQueries({ queryKey: takesQuery(questionId).queryKey });
      setDeleted(null);
      setLife(life + 1);
    },
  });
  const bury = (script: Script) => {
    receiveScript(client, questionId, null);
    void client.invalidateQueries({ queryKey: takesQuery(questionId).queryKey });
    restore.reset();
    setDeleted(script);
    setLife(life + 1);
  };
  return (
    <Section title={m.title} lead={m.lead}>
      {data ? (
        <>
          <DeletedNote
            script={deleted}
            restored={restore.isSuccess}
            error={restore.error}
            busy={restore.isPending}
            onUndo={(script) => restore.mutate(script)}
          />
          <ScriptForm
            key={`${questionId} ${life}`}
            questionId={questionId}
            stored={data.script}
            focused={life > 0 && !deleted}
            onDeleted={bury}
            incoming={incoming}
            onTaken={onTaken}
            onReady={onReady}
            renderActions={renderActions}
            feedbackLinks={feedbackLinks}
          />
        </>
      ) : error ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : (
        <Loading label={m.loading} lines={4} />
      )}
    </Section>
  );
}

interface DeletedNoteProps {
  /** What was deleted just now. */
  readonly script: Script | null;
  readonly restored: boolean;
  readonly error: unknown;
  readonly busy: boolean;
  readonly onUndo: (script: Script) => void;
}

/** That it is gone, and how to get it back. */
function DeletedNote({ script, restored, error, busy, onUndo }: DeletedNoteProps) {
  const m = useMessages(scriptMessages);
  const { language } = useLanguage();
  return (
    <div role="status" data-print="no" className={classes.note}>
      {script ? (
        <Notice tone="calm">
          <Group gap="sm">
            <Text>{m.deleted}</Text>
            <Button ref={takeFocus} variant="light" aria-disabled={busy} onClick={() => !busy && onUndo(script)}>
              {m.undo}
            </Button>
          </Group>
          {error !== null && <Text c="red">{errorText(error, language)}</Text>}
        </Notice>
      ) : (
        restored && <Text c="dimmed">{m.restored}</Text>
      )}
    </div>
  );
}
