import { AutosaveWorld } from './autosave-world';

interface StoredText {
  readonly version: number;
  readonly text: string;
}

/** A world in which plain text is saved. */
export class TextWorld extends AutosaveWorld<string, StoredText> {
  constructor() {
    super(
      {
        contentOf: ({ text }) => text,
        versionOf: ({ version }) => version,
        same: (a, b) => a === b,
        nothing: '',
      },
      (text, version) => ({ version, text }),
    );
  }
}
