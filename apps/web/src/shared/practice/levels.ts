/** The levels a learner may aim at, as the choices of a group; the contract counts them from 1. */
export const LEVELS = ['1', '2', '3', '4', '5', '6'] as const;
export type Level = (typeof LEVELS)[number];

/** @throws where the contract knows no such level */
export function levelOf(value: number): Level {
  const level = LEVELS[value - 1];
  if (level === undefined) throw new Error(`there is no level ${value}`);
  return level;
}
