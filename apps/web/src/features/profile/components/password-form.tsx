import { ChangePasswordRequest } from '@ieum/api-contract';
import { Group, Stack } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useUser } from '../../../shared/hooks/use-user';
import { errorMessages } from '../../../shared/i18n/error-messages';
import { useMessages } from '../../../shared/i18n/use-messages';
import { ApiError } from '../../../shared/lib/api-error';
import { NewPassword } from '../../../shared/ui/new-password';
import { Password } from '../../../shared/ui/password';
import { Section } from '../../../shared/ui/section';
import { SteadyButton } from '../../../shared/ui/steady-button';
import { profileMessages } from '../messages';
import { changePassword, sessionsQuery } from '../profile-queries';
import { SavedNote } from './saved-note';

const EMPTY = { current: '', next: '' };

const isAbout = (error: unknown, code: ApiError['code']) => error instanceof ApiError && error.code === code;

export function PasswordForm() {
  const m = useMessages(profileMessages);
  const words = useMessages(errorMessages);
  const { email } = useUser();
  const client = useQueryClient();
  const [values, setValues] = useState(EMPTY);
  const [checked, setChecked] = useState(false);
  const save = useMutation({
    mutationFn: changePassword,
    onSuccess: async () => {
      setValues(EMPTY);
      setChecked(false);
      await client.invalidateQueries(sessionsQuery);
    },
  });
  const problems = checked ? problemsOf(values) : new Set();
  const wrong = isAbout(save.error, 'auth/invalid-credentials');
  const weak = isAbout(save.error, 'auth/weak-password');
  const set = (change: Partial<typeof EMPTY>) => {
    setValues((current) => ({ ...current, ...change }));
    save.reset();
  };
  return (
    <Section title={m.password} lead={m.passwordLead}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setChecked(true);
          if (problemsOf(values).size === 0) save.mutate(values);
        }}
      >
        <Stack gap="md">
          <input type="text" name="username" autoComplete="username" value={email} readOnly hidden />
          <Password
            label={m.currentPassword}
            name="current-password"
            autoComplete="current-password"
            value={values.current}
            onChange={(event) => set({ current: event.currentTarget.value })}
            error={problems.has('current') ? m.passwordProblems.current : wrong && m.passwordProblems.wrong}
          />
          <NewPassword
            label={m.newPassword}
            value={values.next}
            onChange={(next) => set({ next })}
            error={problems.has('next') ? m.passwordProblems.next : weak && words['auth/weak-password']}
          />
          <Group>
            <SteadyButton type="submit" variant="default" loading={save.isPending}>
              {m.changePassword}
            </SteadyButton>
            <SavedNote error={wrong || weak ? null : save.error} saved={save.isSuccess ? m.passwordChanged : null} />
          </Group>
        </Stack>
      </form>
    </Section>
  );
}

function problemsOf(values: typeof EMPTY): ReadonlySet<unknown> {
  return new Set(ChangePasswordRequest.safeParse(values).error?.issues.map(({ path }) => path[0]));
}
