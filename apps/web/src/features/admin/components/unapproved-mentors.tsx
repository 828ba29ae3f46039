import type { AdminMentor } from '@ieum/api-contract';
import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useConsultWords } from '../../../shared/consult/use-consult-words';
import { useMessages } from '../../../shared/i18n/use-messages';
import { Section } from '../../../shared/ui/section';
import { mentorsQuery } from '../admin-queries';
import { peopleMessages } from '../people-messages';
import type { Decision } from './decision-notice';
import { Rows } from './facts';
import { Fresh } from './fresh';
import { PersonRow } from './person-row';

interface UnapprovedMentorsProps {
  readonly onDecided: (decision: Decision) => void;
}

/** Those on whom nobody has decided come first. */
export function UnapprovedMentors({ onDecided }: UnapprovedMentorsProps) {
  const m = useMessages(peopleMessages);
  const query = useQuery(mentorsQuery);
  return (
    <Section title={m.unapproved} lead={m.lead}>
      <Fresh query={query}>
        {({ items, total }) =>
          items.length === 0 ? (
            <Text>{m.unapprovedEmpty}</Text>
          ) : (
            <>
              <Rows>
                {items.map((mentor) => (
                  <MentorRow key={mentor.id} mentor={mentor} onDecided={onDecided} />
                ))}
              </Rows>
              {total > items.length && <Text>{m.more({ n: total - items.length })}</Text>}
            </>
          )
        }
      </Fresh>
    </Section>
  );
}

function MentorRow({ mentor, onDecided }: UnapprovedMentorsProps & { readonly mentor: AdminMentor }) {
  const m = useMessages(peopleMessages);
  const words = useConsultWords();
  const { kinds, topics, languages, line } = mentor;
  const offers = `${kinds.map((kind) => words.kinds[kind]).join(', ')}: ${topics.map((topic) => words.topics[topic]).join(', ')}`;
  return (
    <PersonRow
      person={mentor}
      onDecided={onDecided}
      more={[
        { label: m.speaks, value: languages.map((language) => words.languages[language]).join(', ') },
        { label: m.offers, value: offers, wide: true },
        ...(line === '' ? [] : [{ label: m.line, value: line, wide: true }]),
      ]}
    />
  );
}
