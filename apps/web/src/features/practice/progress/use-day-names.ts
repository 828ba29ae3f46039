import { useMemo } from 'react';
import { formatDateTime } from '../../../shared/i18n/format';
import { useLanguage } from '../../../shared/i18n/language-provider';

/** A day has no time zone: it is said as it stands in the calendar. */
export function useDayNames() {
  const { language } = useLanguage();
  return useMemo(() => {
    const say = (day: string, options: Intl.DateTimeFormatOptions) =>
      formatDateTime(`${day}T00:00:00Z`, language, { ...options, timeZone: 'UTC' });
    return {
      short: (day: string) => say(day, { month: 'short', day: 'numeric' }),
      long: (day: string) => say(day, { dateStyle: 'medium' }),
      weekday: (day: string) => say(day, { weekday: 'short' }),
      weekdayInFull: (day: string) => say(day, { weekday: 'long' }),
    };
  }, [language]);
}
