import { useCallback, useState } from 'react';
import { pictureOfFile } from '../../../../shared/pictures/picture-of-file';
import type { ChatDraft, ChatModel } from './chat-model';

const PICTURE_LIMITS = { pixels: 1_280, bytes: 150 * 1_024 };

/** What is being written, and what can be done with it. */
export interface DraftPart {
  readonly draft: ChatDraft;
  /** What became of a picture that was chosen. */
  readonly preparing: 'no' | 'yes' | 'failed';
  setText(text: string): void;
  setPicture(file: File | null): void;
  send(): void;
  stopTyping(): void;
}

export function useDraft(model: ChatModel): DraftPart {
  const [draft, setDraft] = useState(model.draft);
  const [preparing, setPreparing] = useState<DraftPart['preparing']>('no');
  const keep = useCallback(
    (change: Partial<ChatDraft>) => {
      model.keepDraft({ ...model.draft, ...change });
      setDraft(model.draft);
    },
    [model],
  );
  const prepare = async (file: File) => {
    const isWanted = model.choosePicture();
    setPreparing('yes');
    const picture = await pictureOfFile(file, PICTURE_LIMITS);
    if (!isWanted()) return;
    setPreparing(picture ? 'no' : 'failed');
    if (picture) keep({ picture });
  };
  return {
    draft,
    preparing,
    setText: (text) => keep({ text }),
    setPicture: (file) => {
      if (file) return void prepare(file);
      model.choosePicture();
      setPreparing('no');
      return keep({ picture: null });
    },
    send: () => {
      model.send();
      setDraft(model.draft);
      setPreparing('no');
    },
    stopTyping: () => model.stopTyping(),
  };
}
