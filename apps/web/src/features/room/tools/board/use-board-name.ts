import { useMessages } from '../../../../shared/i18n/use-messages';
import { boardToolMessages } from './board-tool-messages';

export const useBoardName = (): string => useMessages(boardToolMessages).name;
