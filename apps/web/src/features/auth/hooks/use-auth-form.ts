import type { Session } from '@ieum/api-contract';
import { useEffect, useRef, useState } from 'react';
import type { SyntheticEvent } from 'react';
import { ApiError } from '../../../shared/lib/api-error';
import { useLanguage } from '../../../shared/i18n/language-provider';
import { sessionStore } from '../../../shared/lib/session-store';
import type * as AuthCalls from '../auth-calls';
import { problemsOfRefusal } from '../form-problems';
import type { Field, Problems } from '../form-problems';
import { loadAuthCalls } from '../load-auth-calls';
import { authMessages } from '../messages';

interface AuthFormOptions<Values> {
  readonly initial: Values;
  readonly check: (calls: typeof AuthCalls, values: Values) => Problems;
  readonly send: (calls: typeof AuthCalls, values: Values) => Promise<Session>;
}

/** A form that signs somebody in: a field is checked when it is left, all of them before they are sent. */
export function useAuthForm<Values extends Partial<Record<Field, unknown>>>(options: AuthFormOptions<Values>) {
  const [values, setValues] = useState(options.initial);
  const [problems, setProblems] = useState<Problems>({});
  const [error, setError] = useState<string | null>(null);
  const { language } = useLanguage();
  const [pending, setPending] = useState(false);
  const form = useRef<HTMLFormElement>(null);

  useEffect(() => {
    // Nothing to do when it fails: the form loads it again when it is needed, and says so then.
    const warmUp = () => void loadAuthCalls().catch(() => false);
    const idle = setTimeout(warmUp, 2_000);
    return () => clearTimeout(idle);
  }, []);

  const set = <Name extends keyof Values & Field>(field: Name, value: Values[Name]) => {
    setValues((current) => ({ ...current, [field]: value }));
    setProblems(({ [field]: _solved, ...rest }) => rest);
  };

  const check = async (field: Field) => {
    const calls = await loadOrNull();
    const problem = calls && options.check(calls, values)[field];
    // An empty field that was only passed through is no mistake yet.
    if (problem && !problem.endsWith('/empty')) setProblems((current) => ({ ...current, [field]: problem }));
  };

  const submit = async (event: SyntheticEvent) => {
    event.preventDefault();
    if (pending) return;
    setError(null);
    setPending(true);
    try {
      const calls = await loadOrNull();
      // Not even the code that sends could be loaded.
      if (!calls) return setError(authMessages[language].offline);
      const found = options.check(calls, values);
      if (Object.keys(found).length > 0) return refuse(found);
      sessionStore.signIn(await options.send(calls, values));
    } catch (failure) {
      if (!(failure instanceof ApiError)) throw failure;
      const found = problemsOfRefusal(failure);
      if (found) refuse(found);
      else setError((await loadAuthCalls()).errorText(failure, language));
    } finally {
      setPending(false);
    }
  };

  const refuse = (found: Problems) => {
    setProblems(found);
    requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
  };

  return { form, values, problems, error, pending, set, check, submit };
}

/** Checking early is a courtesy: without a network it waits for the submit. */
const loadOrNull = () => loadAuthCalls().catch(() => false as const);
