import { useMemo } from 'react';
import { formatDateTime, formatDuration } from './format';
import { useLanguage } from './language-provider';

/** Moments and lengths of time in the reader's language and the device's time zone. */
export function useFormat() {
  const { language } = useLanguage();
  return useMemo(
    () => ({
      dateTime: (moment: string) => formatDateTime(moment, language),
      duration: (seconds: number) => formatDuration(seconds, language),
    }),
    [language],
  );
}
