import type { AdminCallTimeline } from '@ieum/api-contract';
import { useConsultWords } from '../../../shared/consult/use-consult-words';
import { useFormat } from '../../../shared/i18n/use-format';
import { useLanguage } from '../../../shared/i18n/language-provider';
import { useMessages } from '../../../shared/i18n/use-messages';
import { Section } from '../../../shared/ui/section';
import { adminCallMessages } from '../call-messages';
import { inShort } from '../call-story';
import { figureWords } from '../say-figures';
import { adminMessages } from '../messages';
import classes from './admin.module.css';
import { Facts } from './facts';

/** A call in a few figures. */
export function CallSummary({ call }: { readonly call: AdminCallTimeline }) {
  const m = useMessages(adminCallMessages);
  const admin = useMessages(adminMessages);
  const words = useConsultWords();
  const format = useFormat();
  const { language } = useLanguage();
  const say = figureWords(language);
  const told = (value: number | null, inWords: (value: number) => string) =>
    value === null ? m.unknown : inWords(value);
  const { setUpMs, medianRoundTripMs, worstLoss, restarts, seconds } = inShort(call);
  return (
    <Section title={m.summary}>
      <Facts
        facts={[
          { label: admin.state, value: `${words.kinds[call.kind]} · ${words.statuses[call.status]}` },
          { label: admin.since, value: format.dateTime(call.askedAt) },
          { label: m.lasted, value: told(seconds, format.duration) },
          { label: m.setUp, value: told(setUpMs, say.time) },
          { label: m.roundTrip, value: told(medianRoundTripMs, say.time) },
          { label: m.worstLoss, value: told(worstLoss, say.share) },
          { label: m.restarts, value: m.times({ n: restarts }) },
          { label: m.number, value: <span className={classes.code}>{call.consultId}</span>, wide: true },
        ]}
      />
    </Section>
  );
}
