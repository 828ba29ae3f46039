import { formatDateTime } from '../../../shared/i18n/format';
import { useLanguage } from '../../../shared/i18n/language-provider';
import { useMessages } from '../../../shared/i18n/use-messages';
import { studyMessages } from '../messages';
import type { Period } from '../progress-columns';

/** What the columns are called: at a glance, and in words. */
export function useColumnNames(period: Period) {
  const m = useMessages(studyMessages);
  const { language } = useLanguage();
  const say = (start: Date, options: Intl.DateTimeFormatOptions) => formatDateTime(start, language, options);
  return {
    short: (start: Date) => say(start, period === 'month' ? { month: 'short' } : { month: 'numeric', day: 'numeric' }),
    long: (start: Date) =>
      period === 'month'
        ? say(start, { year: 'numeric', month: 'long' })
        : m.weekOf({ day: say(start, { dateStyle: 'medium' }) }),
  };
}
