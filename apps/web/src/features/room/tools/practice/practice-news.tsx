import type { CarriedPractice } from '@ieum/api-contract';
import { useSyncExternalStore } from 'react';
import { useMessages } from '../../../../shared/i18n/use-messages';
import type { ToolNewsProps } from '../tool';
import { practiceMessages } from './practice-messages';
import type { PracticeWords } from './practice-messages';
import type { PracticeModel, PracticeNews as News } from './practice-model';
import { takeNumber } from './take-number';

/** That the other side plays a take, or pointed at a moment of one. */
export function PracticeNews({ model, partner: name }: ToolNewsProps<PracticeModel>) {
  const m = useMessages(practiceMessages);
  const { news, practice } = useSyncExternalStore(model.subscribe, model.getSnapshot);
  if (!news || !practice) return null;
  // Another element is said again.
  return <p key={news.id}>{wordsOf(news, practice, name, m)}</p>;
}

function wordsOf({ what, recordingId }: News, practice: CarriedPractice, name: string, m: PracticeWords): string {
  const take = m.take({ n: recordingId === null ? 0 : takeNumber(practice, recordingId) });
  switch (what) {
    case 'playing':
      return m.playing({ name, take });
    case 'moment':
      return m.marked({ name, take });
    case 'opened':
      return m.openedBy({ name });
    case 'saved':
      return m.savedBy({ name });
  }
}
