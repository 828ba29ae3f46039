import { NativeSelect, Stack } from '@mantine/core';
import { useMessages } from '../../../shared/i18n/use-messages';
import { ChoiceGroup } from '../../../shared/ui/choice-group';
import { RATES } from '../practice-choices';
import { questionMessages } from '../question-messages';
import type { QuestionSpeaker, SpeakerState } from '../speech/question-speaker';
import classes from './practice.module.css';

interface VoiceSettingsProps {
  readonly speaker: QuestionSpeaker;
  readonly state: SpeakerState;
  /** A file is heard, whose voice is what it is. */
  readonly byFile: boolean;
}

/** Who reads, and how fast; folded away. */
export function VoiceSettings({ speaker, state: { voices, voice, rate }, byFile }: VoiceSettingsProps) {
  const m = useMessages(questionMessages);
  if (!byFile && !voice) return null;
  const options = (voices ?? []).map(({ id, name, lang, isLocal }) => ({
    value: id,
    label: `${name} (${lang.replace('_', '-')}${isLocal ? '' : `, ${m.online}`})`,
  }));
  return (
    <details className={classes.details}>
      <summary>{byFile ? m.paceOnly : m.voiceAndPace}</summary>
      <Stack gap="md" pt="xs" maw="28rem">
        {!byFile && voice && (
          <NativeSelect
            label={m.voice}
            data={options}
            value={voice.id}
            onChange={(event) => speaker.choose({ voice: event.currentTarget.value })}
          />
        )}
        <ChoiceGroup
          legend={m.pace}
          choices={RATES.map((value) => ({ value, label: `${value}×` }))}
          value={rate}
          onChange={(value) => speaker.choose({ rate: value })}
        />
      </Stack>
    </details>
  );
}
