import { Text } from '@mantine/core';
import { useDeferredValue } from 'react';
import { formatDuration } from '../../../shared/i18n/format';
import { useLanguage } from '../../../shared/i18n/language-provider';
import { useMessages } from '../../../shared/i18n/use-messages';
import { countWords, speakingSeconds } from './script-facts';
import type { Room } from './script-facts';
import { scriptMessages } from './script-messages';

interface ScriptLengthProps {
  readonly text: string;
  readonly room: Room;
}

/** How long it is, on paper and spoken, and how much room is left once that is little. */
export function ScriptLength({ text, room }: ScriptLengthProps) {
  const m = useMessages(scriptMessages);
  const { language } = useLanguage();
  const words = countWords(useDeferredValue(text));
  const seconds = speakingSeconds(words);
  const time = [seconds - (seconds % 60), seconds % 60]
    .filter((part) => part > 0)
    .map((part) => formatDuration(part, language))
    .join(' ');
  return (
    <>
      <Text fz="sm" c="dimmed">
        {m.words({ n: words.toLocaleString(language) })}
        {seconds > 0 && ` · ${m.about({ time })}`}
      </Text>
      <Text fz="sm" fw={600} role="status" w="100%">
        {room.kind === 'little' && m.littleRoom({ n: room.n.toLocaleString(language) })}
        {room.kind === 'full' && m.full}
      </Text>
    </>
  );
}
