import { Button, Group, Stack, Text, TextInput, Title } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useUser } from '../../../shared/hooks/use-user';
import { useMessages } from '../../../shared/i18n/use-messages';
import { ApiError } from '../../../shared/lib/api-error';
import { sessionStore } from '../../../shared/lib/session-store';
import { Dialog } from '../../../shared/ui/dialog';
import { Password } from '../../../shared/ui/password';
import { SteadyButton } from '../../../shared/ui/steady-button';
import { personalDataMessages } from '../personal-data-messages';
import { eraseAccount } from '../profile-queries';
import { SavedNote } from './saved-note';

interface DeleteAccountDialogProps {
  readonly opened: boolean;
  readonly onClose: () => void;
}

/** Says what goes and what stays, and asks for the password and a typed word before anything does. */
export function DeleteAccountDialog({ opened, onClose }: DeleteAccountDialogProps) {
  const m = useMessages(personalDataMessages).dialog;
  return (
    <Dialog opened={opened} title={m.title} onClose={onClose}>
      <What title={m.goes} items={Object.values(m.going)} />
      <What title={m.stays} items={Object.values(m.staying)} />
      <Text size="sm" c="dimmed">
        {m.backups}
      </Text>
      <Confirmation onClose={onClose} />
    </Dialog>
  );
}

function Confirmation({ onClose }: Pick<DeleteAccountDialogProps, 'onClose'>) {
  const m = useMessages(personalDataMessages).dialog;
  const { email } = useUser();
  const [password, setPassword] = useState('');
  const [typed, setTyped] = useState('');
  const [checked, setChecked] = useState(false);
  const erase = useMutation({ mutationFn: eraseAccount, onSuccess: () => sessionStore.signOut() });
  const wrong = erase.error instanceof ApiError && erase.error.code === 'auth/invalid-credentials';
  const isTyped = typed.trim().toLowerCase() === m.word;
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setChecked(true);
        if (password !== '' && isTyped) erase.mutate({ password });
      }}
    >
      <Stack gap="md">
        <input type="text" name="username" autoComplete="username" value={email} readOnly hidden />
        <Password
          label={m.password}
          name="current-password"
          autoComplete="current-password"
          value={password}
          onChange={(event) => {
            setPassword(event.currentTarget.value);
            erase.reset();
          }}
          error={checked && password === '' ? m.passwordProblem : wrong && m.wrong}
        />
        <TextInput
          label={m.typed({ word: m.word })}
          autoComplete="off"
          autoCapitalize="none"
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
          error={checked && !isTyped && m.typedProblem({ word: m.word })}
        />
        <SavedNote error={wrong ? null : erase.error} saved={null} />
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onClose}>
            {m.cancel}
          </Button>
          <SteadyButton type="submit" color="red" loading={erase.isPending}>
            {m.confirm}
          </SteadyButton>
        </Group>
      </Stack>
    </form>
  );
}

function What({ title, items }: { readonly title: string; readonly items: readonly string[] }) {
  return (
    <Stack gap={4}>
      <Title order={3} size="h5">
        {title}
      </Title>
      <ul style={{ margin: 0, paddingInlineStart: '1.25em' }}>
        {items.map((item) => (
          <li key={item}>{item}</li>
        ))}
      </ul>
    </Stack>
  );
}
