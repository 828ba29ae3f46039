import type { Recording } from '@ieum/api-contract';
import { NativeSelect, SimpleGrid } from '@mantine/core';
import { useFormat } from '../../../shared/i18n/use-format';
import { useMessages } from '../../../shared/i18n/use-messages';
import type { ChosenTakes, WantedTakes } from './choose-takes';
import { compareMessages } from './compare-messages';

interface TakeChoicesProps {
  readonly takes: readonly Recording[];
  readonly chosen: ChosenTakes;
  readonly nameOf: (take: Recording) => string;
  readonly onChoose: (wanted: WantedTakes) => void;
}

/** Which two are compared. */
export function TakeChoices({ takes, chosen, nameOf, onChoose }: TakeChoicesProps) {
  const m = useMessages(compareMessages);
  const format = useFormat();
  const ids = { before: chosen.before.id, after: chosen.after.id };
  const select = (side: 'before' | 'after', other: 'before' | 'after') => (
    <NativeSelect
      label={m[side]}
      value={ids[side]}
      data={takes.map((take) => ({
        value: take.id,
        label: m.choice({ name: nameOf(take), date: format.dateTime(take.createdAt) }),
        disabled: take.id === ids[other],
      }))}
      onChange={({ currentTarget: { value } }) => onChoose({ ...ids, [side]: value })}
    />
  );
  return (
    <SimpleGrid cols={{ base: 1, xs: 2 }}>
      {select('before', 'after')}
      {select('after', 'before')}
    </SimpleGrid>
  );
}
