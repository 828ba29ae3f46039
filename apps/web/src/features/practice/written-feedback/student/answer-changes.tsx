import { Button, Checkbox, Group, Stack, Text } from '@mantine/core';
import type { WrittenFeedback } from '@ieum/api-contract';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useMessages } from '../../../../shared/i18n/use-messages';
import { ErrorState } from '../../../../shared/ui/error-state';
import { Notice } from '../../../../shared/ui/notice';
import { Changes } from '../../script/changes';
import { receiveScript } from '../../script/script-cache';
import { scriptQuery, versionsQuery } from '../../script/script-queries';
import { changeCount, changeParts, chosenText } from '../choose-changes';
import { ownMessages } from '../own-messages';
import { acceptFeedback, ownQuery } from '../own-queries';
import classes from '../written-feedback.module.css';

interface AnswerChangesProps {
  readonly feedback: WrittenFeedback;
  readonly corrected: string;
}

/** Each change is taken or left; what comes of it becomes the script's next version. */
export function AnswerChanges({ feedback, corrected }: AnswerChangesProps) {
  const m = useMessages(ownMessages);
  const parts = useMemo(() => changeParts(feedback.text, corrected), [feedback.text, corrected]);
  const all = useMemo(() => Array.from({ length: changeCount(parts) }, (_, index) => index), [parts]);
  const [taken, setTaken] = useState<ReadonlySet<number>>(() => new Set(all));
  const text = chosenText(feedback.text, parts, taken);
  const toggle = (index: number) => {
    const next = new Set(taken);
    if (!next.delete(index)) next.add(index);
    setTaken(next);
  };
  return (
    <Stack gap="md">
      <Changes label={m.marked} before={feedback.text} after={corrected} />
      <Stack gap="xs" role="group" aria-label={m.changesHint}>
        <Text>{m.changesHint}</Text>
        <Group gap="sm">
          <Button variant="default" onClick={() => setTaken(new Set(all))}>
            {m.chooseAll}
          </Button>
          <Button variant="default" onClick={() => setTaken(new Set())}>
            {m.chooseNone}
          </Button>
        </Group>
        {parts.map(
          (part) =>
            part.kind === 'change' && (
              <Checkbox
                key={part.index}
                classNames={{ body: classes.choice, label: classes.choiceLabel }}
                checked={taken.has(part.index)}
                label={m.takeChange({ before: part.before.trim(), after: part.after.trim() })}
                onChange={() => toggle(part.index)}
              />
            ),
        )}
      </Stack>
      <Stack gap={4}>
        <Text fw={600}>{m.result}</Text>
        <p className={classes.text} lang="en">
          {text}
        </p>
      </Stack>
      <NextVersion feedback={feedback} text={text} />
    </Stack>
  );
}

interface NextVersionProps {
  readonly feedback: WrittenFeedback;
  readonly text: string;
}

function NextVersion({ feedback, text }: NextVersionProps) {
  const m = useMessages(ownMessages);
  const client = useQueryClient();
  const { id, question, scriptId } = feedback;
  const { data, error } = useQuery(scriptQuery(question.id));
  const script = data?.script?.id === scriptId ? data.script : null;
  const accept = useMutation({
    mutationFn: (revision: number) => acceptFeedback(id, { revision, text }),
    onSuccess: (answer) => {
      receiveScript(client, question.id, answer.script);
      void client.invalidateQueries({ queryKey: versionsQuery(scriptId).queryKey });
      void client.invalidateQueries({ queryKey: ownQuery(id).queryKey });
    },
    // It was changed elsewhere: the next try is made from what it is now.
    onError: () => client.invalidateQueries({ queryKey: scriptQuery(question.id).queryKey }),
  });
  if (error && !data) return <ErrorState error={error} />;
  if (data && !script) return <Notice tone="warm">{m.scriptGone}</Notice>;
  const isThere = script?.text === text;
  return (
    <Stack gap="sm" align="flex-start">
      {script && script.text !== feedback.text && !isThere && <Notice tone="warm">{m.changedSince}</Notice>}
      {accept.error && <ErrorState error={accept.error} />}
      <Button
        aria-disabled={!script || isThere || accept.isPending}
        onClick={() => script && !isThere && !accept.isPending && accept.mutate(script.revision)}
      >
        {accept.isPending ? m.making : m.next}
      </Button>
      <Text role="status">{accept.isSuccess && isThere && m.made}</Text>
    </Stack>
  );
}
