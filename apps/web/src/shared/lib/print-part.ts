/** Prints one part of the page and nothing else (`shared/ui/print.css`); browsers offer to save it as PDF. */
export function printPart(part: string): void {
  const root = document.documentElement;
  root.dataset['printing'] = part;
  for (const element of document.querySelectorAll('[data-print-part]')) {
    element.toggleAttribute('data-print-out', element.getAttribute('data-print-part') !== part);
  }
  const end = () => {
    delete root.dataset['printing'];
    document.querySelectorAll('[data-print-out]').forEach((element) => element.removeAttribute('data-print-out'));
  };
  // Some browsers come back from `print` at once, before anything was printed.
  window.addEventListener('afterprint', end, { once: true });
  window.print();
}
