import { Button, Group, Text } from '@mantine/core';
import { useMessages } from '../../../../shared/i18n/use-messages';
import { ErrorState } from '../../../../shared/ui/error-state';
import { Notice } from '../../../../shared/ui/notice';
import { jobMessages } from '../job-messages';
import { changeJob } from '../job-queries';
import { useJobChange } from '../use-job-change';

interface LostClaimProps {
  readonly id: string;
  readonly state: 'lost' | 'returned' | 'taken';
}

/** That it is somebody else's turn, that nothing is lost, and how to have it again. */
export function LostClaim({ id, state }: LostClaimProps) {
  const m = useMessages(jobMessages);
  const claim = useJobChange(id, () => changeJob(id, 'claim'));
  const isFree = state !== 'taken';
  const { title, text } = m.kept[state];
  return (
    <>
      <Notice tone="warm" role="alert" title={title}>
        <Text>{text}</Text>
        {isFree && (
          <Group>
            <Button aria-disabled={claim.isPending} onClick={() => claim.isPending || claim.mutate(undefined)}>
              {claim.isPending ? m.claiming : m.claimAgain}
            </Button>
          </Group>
        )}
      </Notice>
      {claim.error && <ErrorState error={claim.error} />}
    </>
  );
}
