import { Button, TextInput } from '@mantine/core';
import type { TextInputProps } from '@mantine/core';
import { useState } from 'react';
import { useMessages } from '../i18n/use-messages';
import { HiddenIcon, VisibleIcon } from './icons';
import { passwordMessages } from './password-messages';

/** A password that is shown on request, by keyboard too. */
export function Password(props: TextInputProps) {
  const m = useMessages(passwordMessages);
  const [visible, setVisible] = useState(false);
  return (
    <TextInput
      {...props}
      type={visible ? 'text' : 'password'}
      maxLength={128}
      spellCheck={false}
      autoCapitalize="none"
      rightSectionWidth={48}
      rightSection={
        <Button
          variant="subtle"
          color="gray"
          px={12}
          aria-pressed={visible}
          aria-label={m.show}
          title={visible ? m.hide : m.show}
          onClick={() => setVisible(!visible)}
        >
          {visible ? <HiddenIcon /> : <VisibleIcon />}
        </Button>
      }
    />
  );
}
