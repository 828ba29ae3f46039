import type { Recording } from '@ieum/api-contract';
import { Text } from '@mantine/core';
import { useMessages } from '../../../shared/i18n/use-messages';
import { EmptyState } from '../../../shared/ui/empty-state';
import { questionMessages } from '../question-messages';
import { chooseTakes } from './choose-takes';
import type { WantedTakes } from './choose-takes';
import { compareMessages } from './compare-messages';
import { Comparison } from './comparison';
import { SayItAgain } from './say-it-again';
import { TakeChoices } from './take-choices';

interface StoredTakesProps {
  readonly questionId: string;
  /** Newest first. */
  readonly takes: readonly Recording[];
  readonly script: string;
  readonly wanted: WantedTakes;
  readonly begun: boolean;
  readonly arrived: string | null;
  readonly onChoose: (wanted: WantedTakes) => void;
  readonly onStored: (take: Recording, isHeard: boolean) => void;
}

/** Another take, and two of those that there are. */
export function StoredTakes(props: StoredTakesProps) {
  const { questionId, takes, script, wanted, begun, arrived, onChoose, onStored } = props;
  const m = useMessages(compareMessages);
  const { take: takeName } = useMessages(questionMessages);
  const chosen = chooseTakes(takes, wanted);
  const nameOf = (take: Recording) => takeName({ n: takes.length - takes.indexOf(take) });
  return (
    <>
      <SayItAgain
        questionId={questionId}
        label={takes.length === 0 ? m.recordFirst : m.sayAgain}
        begun={begun}
        onStored={onStored}
      />
      {chosen ? (
        <>
          <TakeChoices takes={takes} chosen={chosen} nameOf={nameOf} onChoose={onChoose} />
          <Comparison chosen={chosen} script={script} nameOf={nameOf} arrived={arrived} />
        </>
      ) : takes.length === 0 ? (
        <EmptyState title={m.noneTitle} description={m.none} />
      ) : (
        <Text>{m.one}</Text>
      )}
    </>
  );
}
