import { Button, Stack, TextInput } from '@mantine/core';
import { useMessages } from '../../../shared/i18n/use-messages';
import { Notice } from '../../../shared/ui/notice';
import { Password } from '../../../shared/ui/password';
import { useAuthForm } from '../hooks/use-auth-form';
import { authMessages } from '../messages';
import type { AuthProblem } from '../messages';

interface Values {
  readonly email: string;
  readonly password: string;
}

const EMPTY: Values = { email: '', password: '' };

export function LogInForm() {
  const m = useMessages(authMessages);
  const { form, values, problems, error, pending, set, check, submit } = useAuthForm<Values>({
    initial: EMPTY,
    check: (calls, current) => calls.checkLogin(current),
    send: (calls, current) => calls.logIn(current),
  });
  const say = (problem: AuthProblem | undefined) => problem && m.problems[problem];
  return (
    <form ref={form} noValidate onSubmit={(event) => void submit(event)}>
      <Stack gap="lg">
        <TextInput
          label={m.email}
          type="email"
          name="email"
          autoComplete="username"
          inputMode="email"
          value={values.email}
          onChange={(event) => set('email', event.currentTarget.value)}
          onBlur={() => void check('email')}
          error={say(problems.email)}
        />
        <Password
          label={m.password}
          name="password"
          autoComplete="current-password"
          value={values.password}
          onChange={(event) => set('password', event.currentTarget.value)}
          error={say(problems.password)}
        />
        {error !== null && (
          <Notice tone="bad" role="alert">
            {error}
          </Notice>
        )}
        <Button type="submit" size="lg" loading={pending}>
          {m.submitLogIn}
        </Button>
      </Stack>
    </form>
  );
}
