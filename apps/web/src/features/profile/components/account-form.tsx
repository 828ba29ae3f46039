import { Nickname } from '@ieum/api-contract';
import { Group, Stack, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useUser } from '../../../shared/hooks/use-user';
import { useMessages } from '../../../shared/i18n/use-messages';
import { sessionStore } from '../../../shared/lib/session-store';
import { ChoiceGroup } from '../../../shared/ui/choice-group';
import { Section } from '../../../shared/ui/section';
import { SteadyButton } from '../../../shared/ui/steady-button';
import { profileMessages } from '../messages';
import { updateUser } from '../profile-queries';
import { wantsOf } from '../wants-of';
import { SavedNote } from './saved-note';

const WANTS = ['get-help', 'help-others', 'both'] as const;

export function AccountForm() {
  const m = useMessages(profileMessages);
  const user = useUser();
  const [nickname, setNickname] = useState(user.nickname);
  const [wants, setWants] = useState(() => wantsOf(user.roles));
  const [invalid, setInvalid] = useState(false);
  // What is saved, here or in another tab, is where the form goes on from.
  const stored = `${user.nickname} ${user.roles.join()}`;
  const [known, setKnown] = useState(stored);
  if (known !== stored) {
    setKnown(stored);
    setNickname(user.nickname);
    setWants(wantsOf(user.roles));
    setInvalid(false);
  }
  const save = useMutation({
    mutationFn: updateUser,
    onSuccess: async (updated) => {
      // The access token carries the roles: a fresh one before the page offers what they allow.
      if (wantsOf(updated.roles) !== wantsOf(user.roles)) await sessionStore.refresh();
      sessionStore.updateUser(updated);
    },
  });
  const submit = () => {
    const wrong = !Nickname.safeParse(nickname).success;
    setInvalid(wrong);
    if (!wrong) save.mutate({ nickname, wants });
  };
  const unchanged = nickname === user.nickname && wants === wantsOf(user.roles);
  return (
    <Section title={m.account}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <Stack gap="md">
          <TextInput label={m.email} description={m.emailHint} value={user.email} readOnly autoComplete="email" />
          <TextInput
            label={m.nickname}
            description={m.nicknameHint}
            value={nickname}
            autoComplete="nickname"
            maxLength={40}
            onChange={(event) => setNickname(event.currentTarget.value)}
            error={invalid && m.nicknameProblem}
          />
          <ChoiceGroup
            legend={m.wants}
            choices={WANTS.map((value) => ({ value, label: m.wantsChoices[value] }))}
            value={wants}
            onChange={setWants}
          />
          <Group>
            <SteadyButton type="submit" loading={save.isPending} disabled={unchanged}>
              {m.save}
            </SteadyButton>
            <SavedNote error={save.error} saved={save.isSuccess && unchanged ? m.saved : null} />
          </Group>
        </Stack>
      </form>
    </Section>
  );
}
