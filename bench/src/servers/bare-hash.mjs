import { Algorithm, hash, verify } from '@node-rs/argon2';
import { answer } from '../processes/child.mjs';

/** The baseline of the log-in: the hash alone, with the product's parameters. */
process.channel.ref();

answer('hash', (password) =>
  hash(password, { algorithm: Algorithm.Argon2id, memoryCost: 19_456, timeCost: 2, parallelism: 1 }),
);

/** Checks one after the other; returns how long each took, in milliseconds. */
answer('verify-in-turns', async ({ password, against, count }) => {
  const times = [];
  for (let done = 0; done < count; done += 1) {
    const startedAt = performance.now();
    if (!(await verify(against, password))) throw new Error('The password does not fit its hash.');
    times.push(performance.now() - startedAt);
  }
  return times;
});
