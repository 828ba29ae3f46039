import katex from 'katex';
import 'katex/dist/katex.min.css';
import { MATHS_OPTIONS } from './maths-options';

/** Shows a formula, also as MathML for those who cannot see it. Throws what KaTeX says about one that is none. */
export const renderMaths = (latex: string, element: HTMLElement): void => katex.render(latex, element, MATHS_OPTIONS);
