import type { MentorProfile, MentorProfileResponse } from '@ieum/api-contract';
import { Anchor, Group, Stack, TextInput } from '@mantine/core';
import { KINDS, LANGUAGES } from '@ieum/signaling-protocol';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import { useConsultWords } from '../../../shared/consult/use-consult-words';
import { useUser } from '../../../shared/hooks/use-user';
import { useLanguage } from '../../../shared/i18n/language-provider';
import { useMessages } from '../../../shared/i18n/use-messages';
import { ChoiceGroup } from '../../../shared/ui/choice-group';
import { SteadyButton } from '../../../shared/ui/steady-button';
import { checkDraft, draftOf, withKind, withLanguage } from '../mentor-draft';
import type { MentorDraft, MentorField } from '../mentor-draft';
import { profileMessages } from '../messages';
import { mentorProfileQuery, saveMentorProfile } from '../profile-queries';
import { MentorPreview } from './mentor-preview';
import { SavedNote } from './saved-note';
import { TopicChoices } from './topic-choices';

const LINE_MAX = 140;

interface MentorFormProps {
  readonly profile: MentorProfile | null;
  readonly liveListHref: string;
}

export function MentorForm({ profile, liveListHref }: MentorFormProps) {
  const m = useMessages(profileMessages).mentor;
  const words = useConsultWords();
  const { language } = useLanguage();
  const { nickname } = useUser();
  const client = useQueryClient();
  const [draft, setDraft] = useState<MentorDraft>(() => draftOf(profile, language));
  const [shownProblems, showProblems] = useState(false);
  const save = useMutation({
    mutationFn: saveMentorProfile,
    onSuccess: (answer: MentorProfileResponse) => client.setQueryData(mentorProfileQuery.queryKey, answer),
  });
  const checked = checkDraft(draft);
  const say = (field: MentorField) =>
    shownProblems && !checked.ok && checked.problems.has(field) ? m.problems[field] : null;
  const change = (next: MentorDraft) => {
    setDraft(next);
    save.reset();
  };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        showProblems(true);
        if (checked.ok) save.mutate(checked.profile);
      }}
    >
      <Stack gap="lg">
        <ChoiceGroup
          legend={m.kinds}
          choices={KINDS.map((kind) => ({ value: kind, label: words.kinds[kind] }))}
          value={draft.kinds}
          onChange={(kind, on) => change(withKind(draft, kind, on))}
          error={say('kinds')}
        />
        <TopicChoices draft={draft} onChange={change} error={say('topics')} />
        <ChoiceGroup
          legend={m.languages}
          choices={LANGUAGES.map((value) => ({ value, label: words.languages[value] }))}
          value={draft.languages}
          onChange={(value, on) => change(withLanguage(draft, value, on))}
          error={say('languages')}
        />
        <TextInput
          label={m.line}
          description={`${m.lineHint} ${m.left({ left: LINE_MAX - draft.line.length })}`}
          placeholder={m.linePlaceholder}
          value={draft.line}
          maxLength={LINE_MAX}
          onChange={(event) => change({ ...draft, line: event.currentTarget.value })}
          error={say('line')}
        />
        <MentorPreview nickname={nickname} draft={draft} />
        <Group>
          <SteadyButton type="submit" loading={save.isPending}>
            {m.save}
          </SteadyButton>
          <SavedNote error={save.error} saved={save.isSuccess ? m.saved : null} />
          {save.isSuccess && (
            <Anchor component={Link} href={liveListHref} fw={600} py="sm">
              {m.toList}
            </Anchor>
          )}
        </Group>
      </Stack>
    </form>
  );
}
