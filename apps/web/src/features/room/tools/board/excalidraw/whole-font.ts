import { dataUrlOf } from '../data-url';

/**
 * In the place of Excalidraw's font subsetting, for pictures (SVG) that carry their letters: it runs WebAssembly, which
 * the content security policy forbids, and is 1.8 MB. The fonts are cut into small files already: each goes in whole.
 */
export const Commands = {};

export const toBase64 = (font: ArrayBuffer): string => dataUrlOf('font/woff2', new Uint8Array(font));

export const subsetToBase64 = (font: ArrayBuffer): Promise<string> => Promise.resolve(toBase64(font));
