import { useMessages } from '../../../../shared/i18n/use-messages';
import { practiceToolMessages } from './practice-tool-messages';

export const usePracticeName = (): string => useMessages(practiceToolMessages).name;
