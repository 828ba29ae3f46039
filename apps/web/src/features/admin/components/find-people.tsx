import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { SyntheticEvent } from 'react';
import { useMessages } from '../../../shared/i18n/use-messages';
import { ErrorState } from '../../../shared/ui/error-state';
import { Loading } from '../../../shared/ui/loading';
import { Section } from '../../../shared/ui/section';
import { peopleQuery } from '../admin-queries';
import { peopleMessages } from '../people-messages';
import classes from './admin.module.css';
import type { Decision } from './decision-notice';
import { Rows } from './facts';
import { PersonRow } from './person-row';

const SHORTEST = 2;

interface FindPeopleProps {
  readonly onDecided: (decision: Decision) => void;
}

/** People by a part of their nickname or e-mail. */
export function FindPeople({ onDecided }: FindPeopleProps) {
  const m = useMessages(peopleMessages);
  const [text, setText] = useState('');
  const [query, setQuery] = useState('');
  const [tooShort, setTooShort] = useState(false);
  const find = (event: SyntheticEvent) => {
    event.preventDefault();
    const wanted = text.trim();
    setTooShort(wanted.length < SHORTEST);
    if (wanted.length >= SHORTEST) setQuery(wanted);
  };
  return (
    <Section title={m.search}>
      <Stack gap="md">
        <form className={classes.find} role="search" onSubmit={find} noValidate>
          <TextInput
            label={m.searchLabel}
            description={m.searchHint}
            value={text}
            maxLength={254}
            autoComplete="off"
            error={tooShort ? m.tooShort : null}
            onChange={(event) => setText(event.currentTarget.value)}
          />
          <Button type="submit">{m.find}</Button>
        </form>
        {query !== '' && <Found query={query} onDecided={onDecided} />}
      </Stack>
    </Section>
  );
}

function Found({ query, onDecided }: FindPeopleProps & { readonly query: string }) {
  const m = useMessages(peopleMessages);
  const found = useInfiniteQuery(peopleQuery(query));
  if (found.isPending) return <Loading />;
  if (!found.data) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />;
  const people = found.data.pages.flatMap(({ items }) => items);
  if (people.length === 0) return <Text role="status">{m.nobody({ query })}</Text>;
  return (
    <Stack gap="md">
      <Rows>
        {people.map((person) => (
          <PersonRow key={person.id} person={person} onDecided={onDecided} />
        ))}
      </Rows>
      {found.error && <ErrorState error={found.error} />}
      {found.hasNextPage && (
        <Group justify="center">
          <Button variant="default" loading={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
            {m.next}
          </Button>
        </Group>
      )}
    </Stack>
  );
}
