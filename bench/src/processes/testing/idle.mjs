import { answer } from '../child.mjs';

answer('now', () => performance.now());
answer('burn', (ms) => {
  const until = Date.now() + ms;
  while (Date.now() < until);
  return 'burnt';
});
answer('fail', () => {
  throw new Error('as asked');
});
setInterval(() => undefined, 1000);
