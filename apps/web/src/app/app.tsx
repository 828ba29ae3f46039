import { localStorageColorSchemeManager, MantineProvider } from '@mantine/core';
import { cssVariables, theme } from '../shared/config/theme';
import { LanguageProvider } from '../shared/i18n/language-provider';
import { ErrorBoundary } from './error-boundary';
import { Router } from './router';

const colorSchemes = localStorageColorSchemeManager({ key: 'ieum.color-scheme' });

export function App() {
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      colorSchemeManager={colorSchemes}
      defaultColorScheme="auto"
      deduplicateCssVariables
    >
      <LanguageProvider>
        <ErrorBoundary>
          <Router />
        </ErrorBoundary>
      </LanguageProvider>
    </MantineProvider>
  );
}
