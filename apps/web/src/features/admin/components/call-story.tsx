import type { AdminCallTimeline } from '@ieum/api-contract';
import { Switch, Text } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useConsultWords } from '../../../shared/consult/use-consult-words';
import { formatDateTime } from '../../../shared/i18n/format';
import { useLanguage } from '../../../shared/i18n/language-provider';
import { useMessages } from '../../../shared/i18n/use-messages';
import { Section } from '../../../shared/ui/section';
import { adminCallMessages } from '../call-messages';
import { changesIn, type StoryMoment, storyOf } from '../call-story';
import { factWords, isTrouble } from '../tell-fact';
import { figureWords } from '../say-figures';
import classes from './admin.module.css';

/** What happened, in words. */
export function CallStory({ call }: { readonly call: AdminCallTimeline }) {
  const m = useMessages(adminCallMessages);
  const [all, setAll] = useState(false);
  const story = useMemo(() => storyOf(call), [call]);
  const shown = all ? story : changesIn(story);
  return (
    <Section title={m.story}>
      {call.reports.length === 0 && <Text mb="md">{m.storyEmpty}</Text>}
      {(all || shown.length < story.length) && (
        <Switch
          className={classes.switch}
          label={m.everything}
          checked={all}
          onChange={(event) => setAll(event.currentTarget.checked)}
          data-print="no"
        />
      )}
      <ol className={classes.story}>
        {shown.map((moment, index) => (
          <Moment key={index} moment={moment} />
        ))}
      </ol>
    </Section>
  );
}

function Moment({ moment }: { readonly moment: StoryMoment }) {
  const m = useMessages(adminCallMessages);
  const words = useConsultWords();
  const { language } = useLanguage();
  const trouble = 'report' in moment && isTrouble(moment.report.fact);
  return (
    <li className={classes.moment} data-tone={trouble ? 'bad' : undefined}>
      <time dateTime={moment.at}>{formatDateTime(moment.at, language, { timeStyle: 'medium' })}</time>
      <span className={classes.side}>
        {'report' in moment ? m.visit({ side: words.roles[moment.report.side], n: moment.report.visit }) : ''}
      </span>
      <span>{'report' in moment ? factWords(moment.report.fact, m, figureWords(language)) : m[moment.milestone]}</span>
    </li>
  );
}
