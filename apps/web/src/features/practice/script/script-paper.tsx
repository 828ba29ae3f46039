import type { Script } from '@ieum/api-contract';
import { useFormat } from '../../../shared/i18n/use-format';
import { useMessages } from '../../../shared/i18n/use-messages';
import '../../../shared/ui/print.css';
import { scriptMessages } from './script-messages';
import './script-print.css';
import classes from './script.module.css';

/** What is printed by its name; `script-print.css` knows it, too. */
export const SCRIPT_PART = 'practice-script';

interface ScriptPaperProps {
  readonly script: Script;
  readonly text: string;
}

/** The script as it is printed: a text field ends where its box does. */
export function ScriptPaper({ script, text }: ScriptPaperProps) {
  const m = useMessages(scriptMessages);
  const format = useFormat();
  return (
    <div className={classes.paper} data-print-part={SCRIPT_PART}>
      <p className={classes.printedQuestion} lang="en">
        {script.question.text}
      </p>
      <p className={classes.printedText} lang="en">
        {text}
      </p>
      <p className={classes.printedDate}>{m.changedAt({ date: format.dateTime(script.updatedAt) })}</p>
    </div>
  );
}
