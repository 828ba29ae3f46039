import { describe, expect, it } from '@jest/globals';
import { filesOf, pathTo, withImports } from './manifest.mjs';

const MANIFEST = {
  'index.html': { file: 'index.js', imports: ['_react.js'], dynamicImports: ['log-in.tsx', 'signed-in.tsx'] },
  '_react.js': { file: 'react.js' },
  'log-in.tsx': { file: 'log-in.js', imports: ['_react.js', '_form.js'] },
  '_form.js': { file: 'form.js', imports: ['_react.js', 'index.html'] },
  'signed-in.tsx': { file: 'signed-in.js', imports: ['_area.js'] },
  '_area.js': { file: 'area.js', dynamicImports: ['room.tsx'] },
  'room.tsx': { file: 'room.js', imports: ['_room.css'] },
  '_room.css': { file: 'room.css' },
};

describe('withImports', () => {
  it('follows static imports all the way, in circles too, and no dynamic one', () => {
    expect([...withImports(MANIFEST, 'log-in.tsx')]).toEqual(['log-in.tsx', '_react.js', '_form.js', 'index.html']);
  });

  it('says which chunk is missing', () => {
    expect(() => withImports(MANIFEST, 'sign-up.tsx')).toThrow('The build has no sign-up.tsx.');
  });
});

describe('pathTo', () => {
  it('finds a page behind other dynamic imports, those of imported chunks included', () => {
    expect(pathTo(MANIFEST, 'index.html', 'room.tsx')).toEqual(['index.html', 'signed-in.tsx', 'room.tsx']);
  });

  it('says when nothing leads to a page', () => {
    expect(() => pathTo(MANIFEST, '_react.js', 'room.tsx')).toThrow('Nothing in the build leads');
  });
});

describe('filesOf', () => {
  it('counts each script once and no style sheet', () => {
    expect(filesOf(MANIFEST, ['index.html', 'log-in.tsx', 'room.tsx'])).toEqual([
      'index.js',
      'react.js',
      'log-in.js',
      'form.js',
      'room.js',
    ]);
  });
});
