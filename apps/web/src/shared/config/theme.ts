import { createTheme, defaultVariantColorsResolver } from '@mantine/core';
import type { CSSVariablesResolver, VariantColorsResolver } from '@mantine/core';
import { palette } from './palette';

const { red, gray, dark } = palette;

const FONTS =
  '"Pretendard Variable", Pretendard, -apple-system, BlinkMacSystemFont, "Apple SD Gothic Neo", "Segoe UI", "Noto Sans KR", "Noto Sans CJK KR", "Malgun Gothic", sans-serif';

const comfortable = { defaultProps: { size: 'md' } };

/** Filled controls are dark in the light scheme and light in the dark one; their words are the other way round. */
const variantColorResolver: VariantColorsResolver = (input) => {
  const resolved = defaultVariantColorsResolver(input);
  return input.variant === 'filled' && input.color !== 'dark'
    ? { ...resolved, color: 'var(--ieum-on-filled)' }
    : resolved;
};

/** The one design system: sizes for thumbs, contrast for tired eyes, no font to download. */
export const theme = createTheme({
  colors: palette,
  primaryColor: 'sea',
  primaryShade: { light: 7, dark: 4 },
  autoContrast: true,
  variantColorResolver,
  black: '#2b2621',
  defaultRadius: 'md',
  cursorType: 'pointer',
  respectReducedMotion: true,
  fontFamily: FONTS,
  headings: { fontFamily: FONTS, fontWeight: '700', textWrap: 'balance' },
  components: {
    Badge: { defaultProps: { variant: 'light' } },
    Button: comfortable,
    TextInput: comfortable,
    Textarea: comfortable,
    Select: comfortable,
    NativeSelect: comfortable,
    ActionIcon: { defaultProps: { size: 44, variant: 'subtle', color: 'gray' } },
  },
});

export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-body': '#fdfbf8',
    '--mantine-color-error': red[7],
    '--mantine-color-placeholder': gray[6],
    '--mantine-color-dimmed': gray[7],
    '--ieum-on-filled': '#ffffff',
    '--ieum-surface': '#ffffff',
    '--ieum-border': gray[3],
  },
  dark: {
    '--mantine-color-error': red[4],
    '--mantine-color-placeholder': dark[2],
    '--mantine-color-dimmed': dark[2],
    '--ieum-on-filled': dark[9],
    '--ieum-surface': '#2a2622',
    '--ieum-border': dark[4],
  },
});
