import { Button, Text } from '@mantine/core';
import type { Editor } from '@tiptap/core';
import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { useMessages } from '../../../../../shared/i18n/use-messages';
import type { NotesModel } from '../notes-model';
import { CorrectionCard } from './correction-card';
import { correctionsMessages } from './corrections-messages';
import classes from './corrections.module.css';
import { DecisionBar } from './decision-bar';
import { focusOnCard, useCorrectionActs } from './use-correction-acts';

interface CorrectionsListProps {
  readonly editor: Editor;
  readonly model: NotesModel;
  /** The one that is looked at. */
  readonly active: string | null;
  /** The one that the keyboard was last asked to go to, each time anew. */
  readonly entered: { readonly id: string } | null;
  readonly onActive: (id: string | null) => void;
}

/** Every correction: open ones as they stand in the text, then what became of the others. */
export function CorrectionsList({ editor, model, active, entered, onActive }: CorrectionsListProps) {
  const m = useMessages(correctionsMessages);
  const all = useSyncExternalStore(model.book.subscribe, model.book.getSnapshot);
  const [isShown, setShown] = useState(true);
  const root = useRef<HTMLElement>(null);
  const { acts, decideAll, last, undo } = useCorrectionActs({ editor, model, root, onActive });
  const open = all.filter(({ state }) => state === 'open');
  const decided = all.filter(({ state }) => state !== 'open');
  useEffect(() => {
    if (active === null) return;
    root.current?.querySelector(`[data-card="${CSS.escape(active)}"]`)?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  const [went, setWent] = useState(entered);
  if (went !== entered) {
    setWent(entered);
    setShown(true);
  }
  useEffect(() => {
    if (entered) focusOnCard(root.current, entered.id);
  }, [entered]);
  const cards = (corrections: typeof all) =>
    corrections.map((correction) => (
      <CorrectionCard
        key={correction.id}
        correction={correction}
        isMentor={model.isMentor}
        isActive={correction.id === active}
        acts={acts}
      />
    ));
  return (
    <section className={classes.section} aria-label={m.list} ref={root} data-shown={isShown}>
      <h3 className={classes.heading}>
        <button type="button" aria-expanded={isShown} onClick={() => setShown(!isShown)} data-heading="">
          {m.list}
          <span className={classes.badge} aria-hidden="true">
            {open.length}
          </span>
        </button>
      </h3>
      <p role="status" className={classes.count}>
        {all.length > 0 && m.open({ count: open.length })}
      </p>
      {isShown && (
        <div className={classes.scroll}>
          <DecisionBar last={last} onUndo={undo} />
          {!model.isMentor && open.length > 1 && (
            <div className={classes.decide}>
              <Button onClick={() => decideAll('accept')}>{m.acceptAll}</Button>
              <Button variant="default" onClick={() => decideAll('reject')}>
                {m.rejectAll}
              </Button>
            </div>
          )}
          {all.length === 0 && (
            <Text fz="sm" className={classes.empty}>
              {m.none} {model.isMentor ? m.noneMentor : m.noneStudent}
            </Text>
          )}
          {open.length > 0 && <ul className={classes.list}>{cards(open)}</ul>}
          {decided.length > 0 && (
            <>
              <h4 className={classes.decidedHeading}>{m.decided}</h4>
              <ul className={classes.list}>{cards(decided.toReversed())}</ul>
            </>
          )}
        </div>
      )}
    </section>
  );
}
