import type { DocumentToolCode } from '../document-tool';
import { CodeModel } from './code-model';
import { CodeNews } from './code-news';
import { CodePanel } from './code-panel';

export const codeCode: DocumentToolCode<CodeModel> = {
  createModel: ({ store }, shared) => new CodeModel(shared, store),
  Panel: CodePanel,
  News: CodeNews,
};
