import { mustStay } from '../shared/lib/hold-page';

const KEY = 'ieum.reloaded-for';

/**
 * A tab that is older than the server asks for files that are gone. One reload brings the new page; a second failure at
 * the same address is shown, not tried again.
 */
export function reloadOnceAfterUpdate(): void {
  window.addEventListener('vite:preloadError', (event) => {
    const here = window.location.href;
    if (mustStay() || !navigator.onLine || sessionStorage.getItem(KEY) === here) return;
    sessionStorage.setItem(KEY, here);
    event.preventDefault();
    window.location.reload();
  });
}
