import { Button } from '@mantine/core';
import { Component } from 'react';
import type { ReactNode } from 'react';
import { useMessages } from '../shared/i18n/use-messages';
import { uiMessages } from '../shared/ui/messages';
import classes from './error-boundary.module.css';
import { paths } from './paths';

interface Props {
  readonly children: ReactNode;
}

/** Whatever breaks while a page is drawn ends here, with a way on. React has reported the error by then. */
export class ErrorBoundary extends Component<Props, { readonly failed: boolean }> {
  override readonly state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override render() {
    return this.state.failed ? <Crash /> : this.props.children;
  }
}

function Crash() {
  const m = useMessages(uiMessages);
  return (
    <main className={classes.crash}>
      <div role="alert">
        <h1>{m.crashTitle}</h1>
        <p>{m.crash}</p>
      </div>
      <div className={classes.actions}>
        <Button onClick={() => window.location.reload()}>{m.reload}</Button>
        <Button variant="default" component="a" href={paths.landing}>
          {m.home}
        </Button>
      </div>
    </main>
  );
}
