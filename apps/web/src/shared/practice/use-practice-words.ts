import { useMessages } from '../i18n/use-messages';
import { practiceWords } from './practice-words';

/** The names of topics, types and levels of questions in the reader's language. */
export const usePracticeWords = () => useMessages(practiceWords);
