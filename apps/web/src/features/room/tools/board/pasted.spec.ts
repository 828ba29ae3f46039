import { describe, expect, it } from '@jest/globals';
import { readPasted } from './pasted';

const offer = (data: Readonly<Record<string, string>>, files: readonly File[] = []) => ({
  files,
  types: [...Object.keys(data), ...(files.length > 0 ? ['Files'] : [])],
  getData: (type: string) => data[type] ?? '',
});

describe('what is pasted or dropped on the board', () => {
  it('is pictures first: a copied picture comes with its address', () => {
    const picture = new File(['x'], 'a.png', { type: 'image/png' });
    const other = new File(['x'], 'a.pdf', { type: 'application/pdf' });
    const html = '<img src="https://example.org/a.png">';
    expect(readPasted(offer({ 'text/html': html }, [picture, other]))).toEqual({ kind: 'pictures', files: [picture] });
  });

  it('is the words of a page, and not the pictures it names', () => {
    const data = { 'text/html': '<p>a<img src="https://example.org/a.png"></p>', 'text/plain': 'a' };
    expect(readPasted(offer(data))).toEqual({ kind: 'words', text: 'a' });
  });

  it('is nothing when it is the text of a drawing', () => {
    expect(readPasted(offer({ 'text/plain': '  <svg onload="alert(1)"></svg>' }))).toEqual({ kind: 'nothing' });
  });

  it('is left to Excalidraw when it is its own, or plain words', () => {
    expect(readPasted(offer({ 'text/plain': '{"type":"excalidraw/clipboard"}' }))).toEqual({ kind: 'as-it-is' });
  });
});
