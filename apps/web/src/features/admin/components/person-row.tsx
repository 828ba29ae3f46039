import type { AdminPerson } from '@ieum/api-contract';
import { useFormat } from '../../../shared/i18n/use-format';
import { useMessages } from '../../../shared/i18n/use-messages';
import { peopleMessages } from '../people-messages';
import { ApprovalButton } from './approval-button';
import type { Decision } from './decision-notice';
import { Email } from './email';
import { type Fact, Row } from './facts';

interface PersonRowProps {
  readonly person: AdminPerson;
  /** What else is known of them. */
  readonly more?: readonly Fact[];
  readonly onDecided: (decision: Decision) => void;
}

export function PersonRow({ person, more = [], onDecided }: PersonRowProps) {
  const m = useMessages(peopleMessages);
  const format = useFormat();
  const { nickname, ageBand, roles, createdAt, approval } = person;
  const is = [...roles.map((role) => m.roleNames[role]), ...(approval ? [m.approvals[approval]] : [])];
  return (
    <Row
      title={nickname}
      action={approval && <ApprovalButton person={person} onDecided={onDecided} />}
      facts={[
        { label: m.email, value: <Email person={person} />, wide: true },
        { label: m.roles, value: is.join(', ') },
        { label: m.age, value: m.ages[ageBand] },
        { label: m.signedUp, value: format.dateTime(createdAt) },
        ...more,
      ]}
    />
  );
}
