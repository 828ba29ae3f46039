import { type AdminQuestion, QUESTION_TOPICS, QUESTION_TYPES, QuestionInput } from '@ieum/api-contract';
import { Button, Group, NativeSelect, SimpleGrid, Text, Textarea, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { SyntheticEvent } from 'react';
import { errorText } from '../../../shared/i18n/error-messages';
import { useLanguage } from '../../../shared/i18n/language-provider';
import { useMessages } from '../../../shared/i18n/use-messages';
import { usePracticeWords } from '../../../shared/practice/use-practice-words';
import { ConfirmDialog } from '../../../shared/ui/confirm-dialog';
import { Dialog } from '../../../shared/ui/dialog';
import { questionMessages } from './question-messages';
import { addQuestion, changeQuestion, questionsKey } from './question-queries';
import { SoundField } from './sound-field';

const LEVELS = ['1', '2', '3', '4', '5', '6'];
const EMPTY: QuestionInput = {
  key: '',
  topic: 'home',
  type: 'describe',
  minLevel: 1,
  maxLevel: 4,
  text: '',
  help: '',
};

type Field = 'key' | 'text' | 'help' | 'maxLevel';

interface QuestionDialogProps {
  /** The one to change; `new` for one more, `null` while it is closed. */
  readonly question: AdminQuestion | 'new' | null;
  readonly onClose: () => void;
}

export function QuestionDialog({ question, onClose }: QuestionDialogProps) {
  const m = useMessages(questionMessages);
  const [changed, setChanged] = useState(false);
  const [asks, setAsks] = useState(false);
  const title = question === null || question === 'new' ? m.add : m.editTitle(question);
  const close = () => {
    setChanged(false);
    setAsks(false);
    onClose();
  };
  const leave = () => (changed ? setAsks(true) : close());
  return (
    <>
      <Dialog opened={question !== null} wide title={title} onClose={leave}>
        {question && <QuestionForm question={question} onChanged={setChanged} onLeave={leave} onSaved={close} />}
        {question && question !== 'new' && <SoundField question={question} />}
      </Dialog>
      <ConfirmDialog
        opened={asks && question !== null}
        title={m.discardTitle}
        confirmLabel={m.discard}
        cancelLabel={m.goOn}
        danger
        onConfirm={close}
        onCancel={() => setAsks(false)}
      >
        {m.discardText}
      </ConfirmDialog>
    </>
  );
}

interface QuestionFormProps {
  readonly question: AdminQuestion | 'new';
  /** Whether there is something that would be lost. */
  readonly onChanged: (changed: boolean) => void;
  readonly onLeave: () => void;
  readonly onSaved: () => void;
}

/** Writes a question, or changes it as it was when the dialog opened. */
function QuestionForm({ question, onChanged, onLeave, onSaved }: QuestionFormProps) {
  const m = useMessages(questionMessages);
  const names = usePracticeWords();
  const { language } = useLanguage();
  const client = useQueryClient();
  const [draft, setDraft] = useState<QuestionInput>(question === 'new' ? EMPTY : question);
  const [wrong, setWrong] = useState<ReadonlySet<string>>(new Set());
  const save = useMutation({
    mutationFn: ({ key, ...content }: QuestionInput) =>
      question === 'new'
        ? addQuestion({ key, ...content })
        : changeQuestion(question.id, { ...content, updatedAt: question.updatedAt }),
    onSuccess: async () => {
      onSaved();
      await client.invalidateQueries({ queryKey: questionsKey });
    },
  });
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    const { success, data, error } = QuestionInput.safeParse(draft);
    setWrong(new Set(error?.issues.map(({ path }) => String(path[0]))));
    if (success) save.mutate(data);
  };
  const change = (changed: Partial<QuestionInput>) => {
    const next = { ...draft, ...changed };
    setDraft(next);
    const known: QuestionInput = question === 'new' ? EMPTY : question;
    onChanged((Object.keys(EMPTY) as (keyof QuestionInput)[]).some((field) => next[field] !== known[field]));
  };
  const errorOf = (field: Field) => (wrong.has(field) ? m.wrong[field] : null);
  return (
    <form onSubmit={submit} noValidate>
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <TextInput
          label={m.key}
          description={m.keyHint}
          value={draft.key}
          maxLength={60}
          disabled={question !== 'new'}
          error={errorOf('key')}
          onChange={(event) => change({ key: event.currentTarget.value })}
        />
        <NativeSelect
          label={m.topic}
          value={draft.topic}
          data={QUESTION_TOPICS.map((value) => ({ value, label: names.topics[value] }))}
          onChange={(event) => change({ topic: event.currentTarget.value as QuestionInput['topic'] })}
        />
        <NativeSelect
          label={m.type}
          value={draft.type}
          data={QUESTION_TYPES.map((value) => ({ value, label: names.types[value] }))}
          onChange={(event) => change({ type: event.currentTarget.value as QuestionInput['type'] })}
        />
        <SimpleGrid cols={2}>
          <NativeSelect
            label={m.minLevel}
            value={String(draft.minLevel)}
            data={LEVELS}
            onChange={(event) => change({ minLevel: Number(event.currentTarget.value) })}
          />
          <NativeSelect
            label={m.maxLevel}
            value={String(draft.maxLevel)}
            data={LEVELS}
            error={errorOf('maxLevel')}
            onChange={(event) => change({ maxLevel: Number(event.currentTarget.value) })}
          />
        </SimpleGrid>
      </SimpleGrid>
      <Textarea
        mt="sm"
        label={m.text}
        lang="en"
        rows={4}
        value={draft.text}
        maxLength={600}
        error={errorOf('text')}
        onChange={(event) => change({ text: event.currentTarget.value })}
      />
      <Textarea
        mt="sm"
        label={m.helpKo}
        lang="ko"
        rows={3}
        value={draft.help}
        maxLength={600}
        error={errorOf('help')}
        onChange={(event) => change({ help: event.currentTarget.value })}
      />
      {save.error && (
        <Text c="red" role="alert" mt="sm">
          {errorText(save.error, language)}
        </Text>
      )}
      <Group justify="flex-end" gap="sm" mt="md">
        <Button variant="default" onClick={onLeave}>
          {m.cancel}
        </Button>
        <Button type="submit" loading={save.isPending}>
          {m.save}
        </Button>
      </Group>
    </form>
  );
}
