import type { AdminPerson } from '@ieum/api-contract';
import { Button, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { errorText } from '../../../shared/i18n/error-messages';
import { useLanguage } from '../../../shared/i18n/language-provider';
import { useMessages } from '../../../shared/i18n/use-messages';
import { fetchEmail } from '../admin-queries';
import { peopleMessages } from '../people-messages';
import classes from './admin.module.css';

/** Masked until it is asked for: that look is written down. */
export function Email({ person }: { readonly person: AdminPerson }) {
  const m = useMessages(peopleMessages);
  const { language } = useLanguage();
  const ask = useMutation({ mutationFn: () => fetchEmail(person.id) });
  if (ask.data) {
    return (
      <span role="status" className={classes.email}>
        {ask.data.email}
      </span>
    );
  }
  return (
    <div className={classes.email}>
      {person.maskedEmail}
      <Button
        variant="subtle"
        px="xs"
        loading={ask.isPending}
        aria-label={m.showEmailOf(person)}
        onClick={() => ask.mutate()}
      >
        {m.showEmail}
      </Button>
      {ask.error && (
        <Text c="red" size="sm" role="alert">
          {errorText(ask.error, language)}
        </Text>
      )}
    </div>
  );
}
