/** Comes with the first formula: most notes have none. */
const load = () => import('./render-maths');

/** As long as a formula may be. */
export const MAX_LATEX = 500;

/** What somebody wrote as a formula; the other side may have written anything. */
export const latexOf = (value: unknown): string => (typeof value === 'string' ? value.slice(0, MAX_LATEX) : '');

/** Shows a formula, or what was written when it is none or what draws it cannot be had; true: it is one. */
export async function showMaths(latex: string, element: HTMLElement): Promise<boolean> {
  element.textContent = latex;
  try {
    const { renderMaths } = await load();
    const drawn = document.createElement('span');
    renderMaths(latex, drawn);
    element.replaceChildren(drawn);
    return true;
  } catch {
    element.textContent = latex;
    return false;
  }
}
