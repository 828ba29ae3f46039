import { Button, useComputedColorScheme, useMantineColorScheme } from '@mantine/core';
import { useLanguage } from '../i18n/language-provider';
import { useMessages } from '../i18n/use-messages';
import { MoonIcon, SunIcon } from './icons';
import { preferenceMessages } from './preference-messages';

/** The other language, named in that language. */
export function LanguageSwitch() {
  const { language, setLanguage } = useLanguage();
  const other = language === 'ko' ? 'en' : 'ko';
  return (
    <Button variant="subtle" color="gray" px="xs" lang={other} onClick={() => setLanguage(other)}>
      {other === 'ko' ? '한국어' : 'English'}
    </Button>
  );
}

export function ColorSchemeSwitch() {
  const m = useMessages(preferenceMessages);
  const { setColorScheme } = useMantineColorScheme();
  const shown = useComputedColorScheme('light');
  return (
    <Button
      variant="subtle"
      color="gray"
      px={12}
      aria-label={shown === 'dark' ? m.toLight : m.toDark}
      onClick={() => setColorScheme(shown === 'dark' ? 'light' : 'dark')}
    >
      {shown === 'dark' ? <SunIcon /> : <MoonIcon />}
    </Button>
  );
}
