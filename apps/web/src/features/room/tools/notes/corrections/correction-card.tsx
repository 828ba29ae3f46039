import { Button, NativeSelect, Textarea, VisuallyHidden } from '@mantine/core';
import { CORRECTION_CATEGORIES } from '@ieum/signaling-protocol';
import type { CorrectionCategory } from '@ieum/signaling-protocol';
import { memo } from 'react';
import { useConsultWords } from '../../../../../shared/consult/use-consult-words';
import { MAX_COMMENT } from '../../../../../shared/corrections/correction-record';
import type { ListedCorrection } from '../../../../../shared/corrections/list-corrections';
import { useMessages } from '../../../../../shared/i18n/use-messages';
import { correctionsMessages } from './corrections-messages';
import classes from './corrections.module.css';
import type { Decision } from './resolve';

/** What the person can do about a correction. */
export interface CorrectionActs {
  show(id: string): void;
  decide(id: string, decision: Decision): void;
  takeBack(id: string): void;
  setCategory(id: string, category: CorrectionCategory): void;
  setComment(id: string, comment: string): void;
}

interface CorrectionCardProps {
  readonly correction: ListedCorrection;
  readonly isMentor: boolean;
  readonly isActive: boolean;
  readonly acts: CorrectionActs;
}

/** Drawn anew only when it changed: there may be hundreds, and the list hears of every key. */
export const CorrectionCard = memo(function CorrectionCard(props: CorrectionCardProps) {
  const { correction, isMentor, isActive, acts } = props;
  const m = useMessages(correctionsMessages);
  const words = useConsultWords();
  const { id, before, after, category, comment, state } = correction;
  const isOpen = state === 'open';
  const change = { before: shownWords(before, m), after: shownWords(after, m) };
  const text = (
    <>
      <del>{change.before}</del>
      <span aria-hidden="true"> → </span>
      <VisuallyHidden>{` ${m.becomes} `}</VisuallyHidden>
      <ins>{change.after}</ins>
    </>
  );
  return (
    <li
      className={classes.card}
      data-card={id}
      data-active={isActive || undefined}
      aria-current={isActive || undefined}
    >
      {isOpen ? (
        <button type="button" className={classes.change} aria-label={m.show(change)} onClick={() => acts.show(id)}>
          {text}
        </button>
      ) : (
        <p className={classes.change}>{text}</p>
      )}
      {isMentor && isOpen ? (
        <>
          <NativeSelect
            label={m.category}
            data={CORRECTION_CATEGORIES.map((value) => ({ value, label: words.categories[value] }))}
            value={category}
            onChange={({ currentTarget }) => acts.setCategory(id, currentTarget.value as CorrectionCategory)}
          />
          <Textarea
            label={m.comment}
            autosize
            minRows={1}
            maxRows={4}
            maxLength={MAX_COMMENT}
            value={comment}
            onChange={({ currentTarget }) => acts.setComment(id, currentTarget.value)}
          />
          <Button variant="default" aria-label={m.takeBackThis(change)} onClick={() => acts.takeBack(id)}>
            {m.takeBack}
          </Button>
        </>
      ) : (
        <p className={classes.about}>
          <span className={classes.category}>{words.categories[category]}</span>
          {comment !== '' && <span>{comment}</span>}
        </p>
      )}
      {!isOpen && (
        <p className={classes.outcome} data-outcome={state}>
          {m.outcome[state]}
        </p>
      )}
      {!isMentor && isOpen && (
        <div className={classes.decide}>
          <Button aria-label={m.acceptThis(change)} onClick={() => acts.decide(id, 'accept')}>
            {m.accept}
          </Button>
          <Button variant="default" aria-label={m.rejectThis(change)} onClick={() => acts.decide(id, 'reject')}>
            {m.reject}
          </Button>
        </div>
      )}
    </li>
  );
});

/** Blocks that begin or end are shown as a sign, and what is not there in words. */
const shownWords = (
  text: string,
  { nothing, newBlock }: { readonly nothing: string; readonly newBlock: string },
): string => (text === '' ? nothing : text.replaceAll('\n', newBlock));
