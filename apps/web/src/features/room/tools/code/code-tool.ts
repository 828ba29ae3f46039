import { defineDocumentTool } from '../document-tool';
import { CodeIcon } from './code-icon';
import { useCodeName } from './use-code-name';

export const codeTool = defineDocumentTool({
  id: 'code',
  useName: useCodeName,
  Icon: CodeIcon,
  shortcut: 'KeyK',
  wide: true,
  load: async () => (await import('./code-code')).codeCode,
});
