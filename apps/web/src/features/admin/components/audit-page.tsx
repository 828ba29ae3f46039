import type { AdminAuditEntry } from '@ieum/api-contract';
import { Button, Group, Stack, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { formatDateTime } from '../../../shared/i18n/format';
import { useLanguage } from '../../../shared/i18n/language-provider';
import { useMessages } from '../../../shared/i18n/use-messages';
import { ErrorState } from '../../../shared/ui/error-state';
import { Loading } from '../../../shared/ui/loading';
import type { AdminLinks } from '../admin-links';
import { auditQuery } from '../admin-queries';
import { adminMessages } from '../messages';
import { shortId } from '../short-id';
import classes from './admin.module.css';

/** Who looked at whose data, the last first. */
export function AuditPage({ links }: { readonly links: AdminLinks }) {
  const m = useMessages(adminMessages);
  const audit = useInfiniteQuery(auditQuery);
  if (audit.isPending) return <Loading lines={4} />;
  if (!audit.data) return <ErrorState error={audit.error} onRetry={() => void audit.refetch()} />;
  const entries = audit.data.pages.flatMap(({ items }) => items);
  if (entries.length === 0) return <Text>{m.auditEmpty}</Text>;
  return (
    <Stack gap="md">
      <ol className={classes.story}>
        {entries.map((entry) => (
          <Look key={entry.id} entry={entry} links={links} />
        ))}
      </ol>
      {audit.error && <ErrorState error={audit.error} />}
      {audit.hasNextPage && (
        <Group justify="center">
          <Button variant="default" loading={audit.isFetchingNextPage} onClick={() => void audit.fetchNextPage()}>
            {m.older}
          </Button>
        </Group>
      )}
    </Stack>
  );
}

function Look({ entry, links }: { readonly entry: AdminAuditEntry; readonly links: AdminLinks }) {
  const m = useMessages(adminMessages);
  const { language } = useLanguage();
  const { at, admin, action, target } = entry;
  return (
    <li className={classes.moment} data-wide-time="true">
      <time dateTime={at}>{formatDateTime(at, language, { dateStyle: 'short', timeStyle: 'medium' })}</time>
      <span className={classes.side}>{admin ?? m.goneAdmin}</span>
      <span>
        {m.actions[action]}
        {target?.kind === 'person' && <>: {target.nickname ?? m.gonePerson}</>}
        {target?.kind === 'call' && (
          <>
            :{' '}
            <Link href={links.call(target.id)}>
              {m.aCall} {shortId(target.id)}
            </Link>
          </>
        )}
        {target?.kind === 'question' && <>: {shortId(target.id)}</>}
      </span>
    </li>
  );
}
