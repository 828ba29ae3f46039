import { answer } from '../child.mjs';

answer('now', () => performance.now());
answer('burn', (ms) => {
  const before = process.cpuUsage();
  while (process.cpuUsage(before).user < ms * 1000);
  return 'burnt';
});
answer('fail', () => {
  throw new Error('as asked');
});
setInterval(() => undefined, 1000);
