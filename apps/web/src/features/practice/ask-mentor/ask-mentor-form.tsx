import { Alert, Button, Group, Stack, Switch, Text, Textarea } from '@mantine/core';
import { MAX_CARRIED_TAKES } from '@ieum/api-contract';
import type { Recording } from '@ieum/api-contract';
import { LANGUAGES } from '@ieum/signaling-protocol';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { consultKeys } from '../../../shared/consult/consult-queries';
import { useConsultWords } from '../../../shared/consult/use-consult-words';
import { errorText } from '../../../shared/i18n/error-messages';
import { useLanguage } from '../../../shared/i18n/language-provider';
import { useFormat } from '../../../shared/i18n/use-format';
import { useMessages } from '../../../shared/i18n/use-messages';
import { formatClock } from '../../../shared/lib/format-clock';
import { ChoiceGroup } from '../../../shared/ui/choice-group';
import { questionMessages } from '../question-messages';
import { cleanText, countWords } from '../script/script-facts';
import type { AskMentorProps } from './ask-mentor';
import { askMentorMessages } from './ask-mentor-messages';
import { mentorRequest, MESSAGE_MAX, offeredTakes, prefilled } from './mentor-request';
import type { MentorDraft } from './mentor-request';

interface AskMentorFormProps extends Pick<AskMentorProps, 'script' | 'text' | 'save' | 'send'> {
  readonly recordings: readonly Recording[];
  /** What was chosen and typed before the dialog was closed. */
  readonly kept: MentorDraft | null;
  readonly onDraft: (draft: MentorDraft | null) => void;
  readonly onClose: () => void;
}

/** What goes along, and what is said with it. */
export function AskMentorForm(props: AskMentorFormProps) {
  const { script, text, save, send, recordings, kept, onDraft, onClose } = props;
  const m = useMessages(askMentorMessages);
  const { take } = useMessages(questionMessages);
  const format = useFormat();
  const words = useConsultWords();
  const { language: shown } = useLanguage();
  const client = useQueryClient();
  // Sent twice it is one request.
  const [requestId] = useState(() => crypto.randomUUID());
  const offered = offeredTakes(recordings);
  const prefill = prefilled((question) => m.prefill({ question }), script.question.text);
  const offeredIds = offered.map(({ recording }) => recording.id);
  const [first] = useState<MentorDraft>({
    chosen: new Set(offeredIds.slice(0, 1)),
    shownBefore: false,
    language: shown,
    message: prefill,
  });
  const draft = kept ?? first;
  const { shownBefore, language, message } = draft;
  // A take may have been deleted since it was chosen.
  const chosen = new Set(offeredIds.filter((id) => draft.chosen.has(id)));
  const change = (changed: Partial<MentorDraft>) => onDraft({ ...draft, ...changed });
  const count = countWords(text);
  const empty = count === 0 && chosen.size === 0;
  const request = useMutation({
    mutationFn: async () => {
      if (!(await save())) return false;
      await send(mentorRequest({ requestId, scriptId: script.id, chosen, shownBefore, language, message, prefill }));
      return true;
    },
    onSuccess: (sent) => sent && onDraft(null),
    // Perhaps another one is open since.
    onError: () => client.invalidateQueries({ queryKey: consultKeys.current }),
  });
  const choose = (id: string, checked: boolean) => {
    const next = new Set(chosen);
    if (checked) next.add(id);
    else next.delete(id);
    change({ chosen: next });
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (!empty && !request.isPending) request.mutate();
      }}
    >
      <Stack gap="md">
        <Text>{m.lead}</Text>
        <section aria-label={m.along}>
          <Text fw={600}>{m.along}</Text>
          <Text lang="en">{script.question.text}</Text>
          <Text>{count === 0 ? m.noScript : m.script({ n: count })}</Text>
        </section>
        {offered.length === 0 ? (
          <Text c="dimmed">{m.noTakes}</Text>
        ) : (
          <ChoiceGroup
            legend={m.takes}
            hint={m.takesHint({ max: MAX_CARRIED_TAKES })}
            choices={offered.map(({ recording, number }) => ({
              value: recording.id,
              label: m.takeOf({
                name: take({ n: number }),
                clock: formatClock(recording.durationMs ?? 0),
                date: format.dateTime(recording.createdAt),
              }),
            }))}
            value={[...chosen]}
            onChange={choose}
          />
        )}
        <Switch
          size="md"
          label={m.before}
          description={m.beforeHint}
          checked={shownBefore}
          onChange={(event) => change({ shownBefore: event.currentTarget.checked })}
        />
        <ChoiceGroup
          legend={m.language}
          choices={LANGUAGES.map((value) => ({ value, label: words.languages[value] }))}
          value={language}
          onChange={(value) => change({ language: value })}
        />
        <Textarea
          label={m.message}
          description={m.messageHint}
          size="md"
          autosize
          minRows={2}
          maxRows={6}
          maxLength={MESSAGE_MAX}
          value={message}
          onChange={(event) => change({ message: cleanText(event.currentTarget.value) })}
        />
        <div role="status">
          {empty && <Text>{m.nothing}</Text>}
          {request.data === false && <Text>{m.unsaved}</Text>}
        </div>
        {request.error && (
          <Alert color="red" role="alert">
            {errorText(request.error, shown)}
          </Alert>
        )}
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onClose}>
            {m.cancel}
          </Button>
          <Button type="submit" loading={request.isPending} disabled={empty}>
            {m.send}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
