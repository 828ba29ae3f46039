import { useMessages } from '../../../../shared/i18n/use-messages';
import { timerToolMessages } from './timer-tool-messages';

export const useTimerName = (): string => useMessages(timerToolMessages).name;
