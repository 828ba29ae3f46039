import { Button } from '@mantine/core';
import { Link } from 'wouter';
import { useMessages } from '../../shared/i18n/use-messages';
import { uiMessages } from '../../shared/ui/messages';
import { Page } from '../../shared/ui/page';
import { layoutMessages } from '../layout/messages';
import { paths } from '../paths';

export function NotFoundRoute() {
  const m = useMessages(layoutMessages);
  const ui = useMessages(uiMessages);
  return (
    <Page title={m.notFoundTitle} lead={m.notFound} width="narrow">
      <Button component={Link} href={paths.landing}>
        {ui.home}
      </Button>
    </Page>
  );
}
