import { Badge, Group, Stack, Switch } from '@mantine/core';
import type { PracticeQuestion } from '@ieum/api-contract';
import { useMessages } from '../../../shared/i18n/use-messages';
import { usePracticeWords } from '../../../shared/practice/use-practice-words';
import { Notice } from '../../../shared/ui/notice';
import { useListening } from '../hooks/use-listening';
import { useListens } from '../hooks/use-listens';
import { usePracticeChoices } from '../hooks/use-practice-choices';
import { questionMessages } from '../question-messages';
import { ListenControls } from './listen-controls';
import classes from './practice.module.css';
import { VoiceSettings } from './voice-settings';

const SWITCH = { track: classes.switchTrack, label: classes.switchLabel, description: classes.switchHint };

/** The question as the exam gives it: to be heard. Reading it, and help, for whoever asks for them. */
export function QuestionCard({ question }: { readonly question: PracticeQuestion }) {
  const m = useMessages(questionMessages);
  const words = usePracticeWords();
  const { store, choices, choose } = usePracticeChoices();
  const { listening, speaker, state, byFile, fileBroken } = useListening(question, store);
  const listens = useListens(question.id);
  const mute = !byFile && state.voices?.length === 0;
  return (
    <section className={classes.card} aria-label={m.question}>
      <Stack gap="lg">
        <Group gap="xs">
          <Badge size="lg" tt="none">
            {words.topics[question.topic]}
          </Badge>
          <Badge size="lg" tt="none" color="apricot">
            {words.types[question.type]}
          </Badge>
        </Group>
        {mute ? (
          <Notice tone="warm" role="status">
            {fileBroken ? m.fileAlone : m.noVoice}
          </Notice>
        ) : (
          <ListenControls
            {...listening}
            text={question.text}
            left={choices.practiseFreely ? null : listens.left}
            onListened={listens.count}
          />
        )}
        {fileBroken && !mute && (
          <Notice tone="warm" role="status">
            {m.fileBroken}
          </Notice>
        )}
        {(mute || choices.showText) && (
          <p className={classes.question} lang="en">
            {question.text}
          </p>
        )}
        {!mute && (
          <div className={classes.switches}>
            <Switch
              size="md"
              classNames={SWITCH}
              label={m.showText}
              description={m.hidden}
              checked={choices.showText}
              onChange={(event) => choose({ showText: event.currentTarget.checked })}
            />
            <Switch
              size="md"
              classNames={SWITCH}
              label={m.freely}
              description={m.freelyHint}
              checked={choices.practiseFreely}
              onChange={(event) => choose({ practiseFreely: event.currentTarget.checked })}
            />
          </div>
        )}
        <div>
          <details
            className={classes.details}
            open={choices.showHelp}
            onToggle={(event) => choose({ showHelp: event.currentTarget.open })}
          >
            <summary>{m.help}</summary>
            <p className={classes.help} lang="ko">
              {question.help}
            </p>
          </details>
          {!mute && <VoiceSettings speaker={speaker} state={state} byFile={byFile} />}
        </div>
      </Stack>
    </section>
  );
}
