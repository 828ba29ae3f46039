import { CodeFiles } from './code-files';
import { createCodeImporter } from './create-code-importer';
import { mustStay } from './hold-page';

function addLink(link: { readonly rel: string; readonly as?: string; readonly href: string }): HTMLLinkElement {
  const element = Object.assign(document.createElement('link'), { crossOrigin: '', ...link });
  document.head.append(element);
  return element;
}

function addStyles(href: string): Promise<void> {
  const link = addLink({ rel: 'stylesheet', href });
  return new Promise((resolve, reject) => {
    link.addEventListener('load', () => resolve());
    link.addEventListener('error', (event) => {
      link.remove();
      reject(event);
    });
  });
}

/**
 * Around every `import()` of a build, instead of Vite's own function (`vite.config.ts`): that one lets the browser
 * remember a file that it missed, and does not ask again for styles that did not come.
 */
export const __vitePreload = createCodeImporter({
  files: new CodeFiles({
    fetch: (url) => fetch(url),
    isInPage: (url) => document.querySelector(`:is(script[src="${url}"], link[href="${url}"])`) !== null,
    hint: (href) => void addLink({ rel: 'modulepreload', as: 'script', href }),
    addStyles,
  }),
  mustStay,
  failed: (payload) =>
    window.dispatchEvent(Object.assign(new Event('vite:preloadError', { cancelable: true }), { payload })),
});
