import { VisuallyHidden } from '@mantine/core';
import { useLanguage } from '../../../shared/i18n/language-provider';

/** Few screen readers tell what is added, left out or marked. */
export function Told({ word }: { readonly word: string }) {
  const { language } = useLanguage();
  return <VisuallyHidden lang={language}>[{word}] </VisuallyHidden>;
}
