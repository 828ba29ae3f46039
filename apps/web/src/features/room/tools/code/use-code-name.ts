import { useMessages } from '../../../../shared/i18n/use-messages';
import { codeToolMessages } from './code-tool-messages';

export const useCodeName = (): string => useMessages(codeToolMessages).name;
