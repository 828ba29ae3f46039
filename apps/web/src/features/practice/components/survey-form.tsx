import { Button, Group, Stack, Text } from '@mantine/core';
import { QUESTION_TOPICS } from '@ieum/api-contract';
import type { Survey } from '@ieum/api-contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useMessages } from '../../../shared/i18n/use-messages';
import { LEVELS, levelOf } from '../../../shared/practice/levels';
import { usePracticeWords } from '../../../shared/practice/use-practice-words';
import { ChoiceGroup } from '../../../shared/ui/choice-group';
import { ErrorState } from '../../../shared/ui/error-state';
import { useLeaveGuard } from '../hooks/use-leave-guard';
import { useSurveyDraft } from '../hooks/use-survey-draft';
import { saveSurvey, surveyQuery } from '../practice-queries';
import { checkDraft, withAllTopics, withTopic } from '../survey-draft';
import type { SurveyProblem } from '../survey-draft';
import { surveyMessages } from '../survey-messages';
import { LeaveDialog } from './leave-dialog';
import classes from './practice.module.css';

interface SurveyFormProps {
  /** What is saved; null the first time. */
  readonly survey: Survey | null;
  readonly onSaved: () => void;
}

export function SurveyForm({ survey, onSaved }: SurveyFormProps) {
  const m = useMessages(surveyMessages);
  const words = usePracticeWords();
  const client = useQueryClient();
  const form = useRef<HTMLFormElement>(null);
  const [tried, setTried] = useState(false);
  const { draft, changed, change, discard, forget } = useSurveyDraft(survey);
  const guard = useLeaveGuard(changed);
  const save = useMutation({
    mutationFn: saveSurvey,
    onSuccess: (answer) => {
      forget();
      client.setQueryData(surveyQuery.queryKey, answer);
    },
  });

  const checked = checkDraft(draft);
  const problems = 'problems' in checked ? checked.problems : [];
  const say = (part: SurveyProblem) => (tried && problems.includes(part) ? m.problems[part] : null);
  const submit = () => {
    setTried(true);
    if ('survey' in checked) return save.mutate(checked.survey, { onSuccess: onSaved });
    form.current?.querySelector<HTMLElement>(`[data-part="${checked.problems[0]}"] input`)?.focus();
  };
  const all = draft.topics.length === QUESTION_TOPICS.length;
  return (
    <form
      ref={form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <Stack gap="xl">
        <Stack gap="xs" data-part="topics">
          <ChoiceGroup
            legend={m.topics}
            hint={m.topicsHint}
            choices={QUESTION_TOPICS.map((topic) => ({ value: topic, label: words.topics[topic] }))}
            value={draft.topics}
            error={say('topics')}
            onChange={(topic, chosen) => change(withTopic(draft, topic, chosen))}
          />
          <Group gap="sm">
            <Button variant="default" onClick={() => change(withAllTopics(draft, !all))}>
              {all ? m.none : m.all}
            </Button>
            <Text c="dimmed" role="status">
              {m.chosen({ n: draft.topics.length, of: QUESTION_TOPICS.length })}
            </Text>
          </Group>
        </Stack>
        <div data-part="level" className={classes.levels}>
          <ChoiceGroup
            legend={m.level}
            layout="cards"
            choices={LEVELS.map((level) => ({
              value: level,
              label: words.levels[level],
              hint: words.levelMeanings[level],
            }))}
            value={draft.level === null ? null : levelOf(draft.level)}
            error={say('level')}
            onChange={(level) => change({ ...draft, level: Number(level) })}
          />
        </div>
        {save.error && <ErrorState error={save.error} onRetry={submit} />}
        <Group gap="md">
          <Button type="submit" size="lg" loading={save.isPending}>
            {survey ? m.save : m.saveFirst}
          </Button>
          {changed && survey && (
            <Button variant="subtle" color="gray" onClick={discard}>
              {m.undo}
            </Button>
          )}
          <Text c="dimmed" role="status">
            {changed && m.notSaved}
          </Text>
        </Group>
      </Stack>
      <LeaveDialog
        opened={guard.wished !== null}
        complete={'survey' in checked}
        onStay={guard.stay}
        onDiscard={() => {
          discard();
          guard.leave();
        }}
        onSave={() => {
          if ('survey' in checked) save.mutate(checked.survey, { onSuccess: guard.leave, onError: guard.stay });
        }}
      />
    </form>
  );
}
