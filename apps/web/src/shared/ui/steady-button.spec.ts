import { describe, expect, it } from '@jest/globals';
import { MantineProvider } from '@mantine/core';
import { createElement } from 'react';
import type { ComponentProps } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { SteadyButton } from './steady-button';

/** The attributes of the button as a browser gets it. */
function attributesOf(props: ComponentProps<typeof SteadyButton>): string {
  const page = createElement(MantineProvider, null, createElement(SteadyButton, props, 'Send'));
  return /<button([^>]*)>/u.exec(renderToStaticMarkup(page))?.[1] ?? '';
}

describe('a steady button', () => {
  it('looks like one that loads or is off, and can keep the focus', () => {
    const loading = attributesOf({ loading: true });
    expect(loading).toContain('data-loading="true"');
    const off = attributesOf({ disabled: true });
    expect(off).toContain('data-disabled="true"');
    for (const attributes of [loading, off]) {
      expect(attributes).toContain('aria-disabled="true"');
      expect(attributes).not.toMatch(/\sdisabled/u);
    }
  });

  it('is a button like any other once it may be pressed', () => {
    const on = attributesOf({ loading: false, disabled: false });
    expect(on).toContain('type="button"');
    expect(on).not.toMatch(/disabled|data-loading/u);
    expect(attributesOf({ type: 'submit' })).toContain('type="submit"');
  });
});
