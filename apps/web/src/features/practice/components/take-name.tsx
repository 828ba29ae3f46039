import type { Recording } from '@ieum/api-contract';
import { Text } from '@mantine/core';
import { useFormat } from '../../../shared/i18n/use-format';
import classes from './practice.module.css';

interface TakeNameProps {
  readonly name: string;
  readonly take: Pick<Recording, 'createdAt'>;
}

/** Among some of the takes, numbers begin anew: by when it was said student and mentor know that they mean the same one. */
export function TakeName({ name, take: { createdAt } }: TakeNameProps) {
  const format = useFormat();
  return (
    <div className={classes.take}>
      <Text fw={600}>{name}</Text>
      <Text component="time" fz="sm" c="dimmed" dateTime={createdAt}>
        {format.dateTime(createdAt)}
      </Text>
    </div>
  );
}
