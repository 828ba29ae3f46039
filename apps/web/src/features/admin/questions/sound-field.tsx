import { type AdminQuestion, MAX_QUESTION_SOUND_BYTES } from '@ieum/api-contract';
import { Button, Group, Stack, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { ChangeEvent } from 'react';
import { errorText } from '../../../shared/i18n/error-messages';
import { useLanguage } from '../../../shared/i18n/language-provider';
import { useMessages } from '../../../shared/i18n/use-messages';
import { questionMessages } from './question-messages';
import { questionsKey, removeSound, setSound } from './question-queries';
import { SoundPlayer } from './sound-player';

const ACCEPTED = '.mp3,.ogg,.opus,.wav,.m4a,audio/mpeg,audio/ogg,audio/wav,audio/mp4';

/** By what the question is heard. */
export function SoundField({ question }: { readonly question: AdminQuestion }) {
  const m = useMessages(questionMessages);
  const { language } = useLanguage();
  const client = useQueryClient();
  const chooser = useRef<HTMLInputElement>(null);
  const [soundId, setSoundId] = useState(question.soundId);
  const [tooLarge, setTooLarge] = useState(false);
  const change = useMutation({
    mutationFn: (file: File | null) => (file ? setSound(question.id, file) : removeSound(question.id)),
    onSuccess: (changed) => {
      setSoundId(changed.soundId);
      return client.invalidateQueries({ queryKey: questionsKey });
    },
  });
  const choose = (event: ChangeEvent<HTMLInputElement>) => {
    const [file] = event.currentTarget.files ?? [];
    change.reset();
    setTooLarge(file !== undefined && file.size > MAX_QUESTION_SOUND_BYTES);
    if (file && file.size <= MAX_QUESTION_SOUND_BYTES) change.mutate(file);
    // The same file again, once it is mended.
    event.currentTarget.value = '';
  };
  const problem = tooLarge ? m.soundTooLarge : change.error && errorText(change.error, language);
  return (
    <Stack gap="xs" mt="lg" role="group" aria-label={m.sound}>
      <Text fw={600}>{m.sound}</Text>
      <Text c="dimmed">{m.soundHint}</Text>
      <Text role="status">{soundId ? m.soundState.there : m.soundState.none}</Text>
      {soundId && <SoundPlayer key={soundId} questionId={question.id} soundId={soundId} />}
      <input ref={chooser} type="file" accept={ACCEPTED} hidden onChange={choose} />
      <Group gap="sm">
        <Button variant="default" loading={change.isPending} onClick={() => chooser.current?.click()}>
          {soundId ? m.soundReplace : m.soundChoose}
        </Button>
        {soundId && (
          <Button variant="default" disabled={change.isPending} onClick={() => change.mutate(null)}>
            {m.soundRemove}
          </Button>
        )}
      </Group>
      {problem && (
        <Text c="red" role="alert">
          {problem}
        </Text>
      )}
    </Stack>
  );
}
