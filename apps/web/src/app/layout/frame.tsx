import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { useMessages } from '../../shared/i18n/use-messages';
import { Logo } from '../../shared/ui/logo';
import { paths } from '../paths';
import classes from './frame.module.css';
import { layoutMessages } from './messages';

interface FrameProps {
  /** Beside the logo. */
  readonly navigation?: ReactNode;
  /** At the end of the header. */
  readonly actions: ReactNode;
  readonly children: ReactNode;
}

/** Skip link, one calm header, one `main`. */
export function Frame({ navigation, actions, children }: FrameProps) {
  const m = useMessages(layoutMessages);
  return (
    <div className={classes.frame}>
      <a href="#content" className={classes.skip}>
        {m.skip}
      </a>
      <header className={classes.header}>
        <div className={classes.bar}>
          <Link href={paths.landing} className={classes.home} aria-label={m.home}>
            <Logo />
          </Link>
          {navigation}
          <div className={classes.actions}>{actions}</div>
        </div>
      </header>
      <main id="content" tabIndex={-1} className={classes.main}>
        {children}
      </main>
    </div>
  );
}
