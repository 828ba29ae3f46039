import type { RegisterRequest } from '@ieum/api-contract';
import { Button, Stack, TextInput } from '@mantine/core';
import { useMessages } from '../../../shared/i18n/use-messages';
import { ChoiceGroup } from '../../../shared/ui/choice-group';
import { NewPassword } from '../../../shared/ui/new-password';
import { Notice } from '../../../shared/ui/notice';
import { useAuthForm } from '../hooks/use-auth-form';
import { authMessages } from '../messages';
import type { AuthProblem } from '../messages';
import { signUpMessages } from '../sign-up-messages';
import { GuardianNotice } from './guardian-notice';

type AgeBand = RegisterRequest['ageBand'];
type Wants = RegisterRequest['wants'];

const AGES = ['under-14', '14-to-18', '19-to-24', '25-and-over'] as const satisfies readonly AgeBand[];
const WANTS = ['get-help', 'help-others', 'both'] as const satisfies readonly Wants[];

interface SignUpFormProps {
  /** What the door they came through said. */
  readonly wants: Wants | null;
}

interface Values {
  readonly ageBand: AgeBand | null;
  readonly wants: Wants | null;
  readonly email: string;
  readonly nickname: string;
  readonly password: string;
}

/** One form. The age comes first; whoever is too young reads why at once, before typing anything else. */
export function SignUpForm({ wants }: SignUpFormProps) {
  const auth = useMessages(authMessages);
  const m = useMessages(signUpMessages);
  const initial: Values = { ageBand: null, wants, email: '', nickname: '', password: '' };
  const { form, values, problems, error, pending, set, check, submit } = useAuthForm<Values>({
    initial,
    check: (calls, current) => calls.checkRegistration(current),
    send: (calls, current) => calls.register(current),
  });
  const say = (problem: AuthProblem | undefined) => problem && auth.problems[problem];
  const tooYoung = values.ageBand === 'under-14';
  return (
    <form ref={form} noValidate onSubmit={(event) => void submit(event)}>
      <Stack gap="lg">
        <ChoiceGroup
          legend={m.age}
          hint={m.ageHint}
          choices={AGES.map((value) => ({ value, label: m.ages[value] }))}
          value={values.ageBand}
          onChange={(value) => set('ageBand', value)}
          error={say(problems.ageBand)}
        />
        {tooYoung ? (
          <GuardianNotice />
        ) : (
          <>
            <ChoiceGroup
              legend={m.wants}
              choices={WANTS.map((value) => ({ value, label: m.wantsChoices[value] }))}
              value={values.wants}
              onChange={(value) => set('wants', value)}
              error={say(problems.wants)}
            />
            <TextInput
              label={auth.email}
              type="email"
              name="email"
              autoComplete="email"
              inputMode="email"
              value={values.email}
              onChange={(event) => set('email', event.currentTarget.value)}
              onBlur={() => void check('email')}
              error={say(problems.email)}
            />
            <TextInput
              label={m.nickname}
              description={m.nicknameHint}
              name="nickname"
              autoComplete="nickname"
              maxLength={40}
              value={values.nickname}
              onChange={(event) => set('nickname', event.currentTarget.value)}
              onBlur={() => void check('nickname')}
              error={say(problems.nickname)}
            />
            <NewPassword
              label={auth.password}
              value={values.password}
              onChange={(value) => set('password', value)}
              onBlur={() => void check('password')}
              error={say(problems.password)}
            />
            {error !== null && (
              <Notice tone="bad" role="alert">
                {error}
              </Notice>
            )}
            <Button type="submit" size="lg" loading={pending}>
              {m.submitSignUp}
            </Button>
          </>
        )}
      </Stack>
    </form>
  );
}
