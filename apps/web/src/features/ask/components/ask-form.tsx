import { Alert, Button, Stack, Text, Textarea } from '@mantine/core';
import { LANGUAGES } from '@ieum/signaling-protocol';
import type { Consult, Kind, Readiness } from '@ieum/signaling-protocol';
import { useRef, useState } from 'react';
import type { FormEvent } from 'react';
import { Link } from 'wouter';
import { CrisisLines } from '../../../shared/consult/crisis-lines';
import { RequestCard } from '../../../shared/consult/request-card';
import { useConsultWords } from '../../../shared/consult/use-consult-words';
import { errorText } from '../../../shared/i18n/error-messages';
import { useLanguage } from '../../../shared/i18n/language-provider';
import { useMessages } from '../../../shared/i18n/use-messages';
import { ChoiceGroup } from '../../../shared/ui/choice-group';
import { SteadyButton } from '../../../shared/ui/steady-button';
import { MESSAGE_MAX, toCreateRequest, withKind } from '../ask-draft';
import type { MissingPart } from '../ask-draft';
import { useAskDraft } from '../hooks/use-ask-draft';
import { useCreateConsult } from '../hooks/use-create-consult';
import { askMessages } from '../messages';
import classes from './ask-form.module.css';
import { KindPicker } from './kind-picker';
import { TopicPicker } from './topic-picker';

interface AskFormProps {
  readonly nickname: string;
  /** What the last device check of this tab means for such a request. */
  readonly readinessFor: (kind: Kind | null) => Readiness | null;
  readonly checkHref: string;
  readonly onOpen: (consult: Consult) => void;
}

export function AskForm({ nickname, readinessFor, checkHref, onOpen }: AskFormProps) {
  const m = useMessages(askMessages);
  const words = useConsultWords();
  const { language } = useLanguage();
  const { draft, change, forget } = useAskDraft(language);
  const [tried, setTried] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const create = useCreateConsult((consult) => {
    forget();
    onOpen(consult);
  });

  const checked = toCreateRequest(draft);
  const missing = tried && 'missing' in checked ? checked.missing : [];
  const errorOf = (...parts: MissingPart[]) => {
    const part = parts.find((candidate) => missing.includes(candidate));
    return part ? m.errors[part] : null;
  };

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if ('request' in checked) {
      return create.mutate({ ...checked.request, readiness: readinessFor(checked.request.kind) });
    }
    const first = checked.missing[0]?.split('-')[0];
    form.current?.querySelector<HTMLElement>(`[data-part="${first}"] :is(input, button, textarea)`)?.focus();
  };

  const counselling = draft.kind === 'counselling';
  const used = draft.message.length;
  return (
    <form ref={form} onSubmit={submit} noValidate>
      <div className={classes.columns}>
        <Stack gap="lg">
          <div data-part="kind">
            <KindPicker value={draft.kind} error={errorOf('kind')} onChange={(kind) => change(withKind(draft, kind))} />
          </div>
          {draft.kind && (
            <div data-part="topic">
              <TopicPicker
                kind={draft.kind}
                value={draft.topic}
                error={errorOf('topic')}
                onChange={(topic) => change({ ...draft, topic })}
              />
            </div>
          )}
          {counselling && (
            <>
              <Alert variant="light">{m.anonymous}</Alert>
              <CrisisLines />
            </>
          )}
          <ChoiceGroup
            legend={m.language}
            choices={LANGUAGES.map((value) => ({ value, label: words.languages[value] }))}
            value={draft.language}
            onChange={(value) => change({ ...draft, language: value })}
          />
          <div data-part="message">
            <Textarea
              label={m.message}
              description={m.messageHint}
              placeholder={m.placeholders[draft.kind ?? 'tutoring']}
              size="md"
              autosize
              minRows={3}
              maxRows={10}
              value={draft.message}
              error={errorOf('message', 'message-too-long', 'message-characters')}
              onChange={(event) => change({ ...draft, message: event.currentTarget.value })}
            />
            <Text fz="sm" ta="right" mt={4} {...(used > MESSAGE_MAX ? { c: 'red', fw: 600 } : { c: 'dimmed' })}>
              {m.counter({ used, max: MESSAGE_MAX })}
            </Text>
          </div>
          {create.error && (
            <Alert color="red" role="alert">
              {errorText(create.error, language)} {m.kept}
            </Alert>
          )}
          <SteadyButton type="submit" size="lg" loading={create.isPending}>
            {create.isPending ? m.sending : m.send}
          </SteadyButton>
        </Stack>
        <section aria-label={m.preview} className={classes.preview}>
          <Text fz="sm" fw={600} mb="xs">
            {m.preview}
          </Text>
          <RequestCard
            kind={draft.kind}
            topic={draft.topic}
            language={draft.language}
            nickname={counselling ? m.pseudonym : nickname}
            message={
              draft.message.trim() || (
                <Text span c="dimmed">
                  {m.previewEmpty}
                </Text>
              )
            }
            age={m.previewAge}
            readiness={readinessFor(draft.kind)}
          />
          <Button component={Link} href={checkHref} variant="default" mt="md">
            {m.check}
          </Button>
        </section>
      </div>
    </form>
  );
}
