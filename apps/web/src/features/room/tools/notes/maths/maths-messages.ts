import { defineMessages } from '../../../../../shared/i18n/define-messages';

export const mathsMessages = defineMessages({
  en: {
    latex: 'Formula (LaTeX)',
    latexHint: 'For example \\frac{1}{2} or x^2',
    preview: 'How it looks',
    wrong: 'This is no formula that can be shown. Look for a bracket or a backslash that is missing.',
    insert: 'Insert',
    change: 'Change',
  },
  ko: {
    latex: '수식 (LaTeX)',
    latexHint: '예: \\frac{1}{2}, x^2',
    preview: '미리 보기',
    wrong: '나타낼 수 없는 수식이에요. 괄호나 역슬래시가 빠지지 않았는지 보세요.',
    insert: '넣기',
    change: '바꾸기',
  },
});
