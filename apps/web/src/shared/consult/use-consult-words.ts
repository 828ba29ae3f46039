import { useMessages } from '../i18n/use-messages';
import { consultWords } from '../i18n/words';

/** The names of kinds, topics, statuses … in the reader's language. */
export const useConsultWords = () => useMessages(consultWords);
