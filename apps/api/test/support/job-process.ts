import { JobNode, QUEUE, writeOnce } from './job-node';

/** A node as a process of its own that writes what its first job is about, says so, and then hangs until it is killed. */
const [url = '', expireInSeconds] = process.argv.slice(2);
const node = await JobNode.open(url);
const queue = { ...QUEUE, expireInSeconds: Number(expireInSeconds) };
// Loads what is loaded late while there still is somebody to load it.
await node.jobs.cancel(queue, 'nothing');
node.work(queue, async ({ data }) => {
  await writeOnce(node, data.id ?? '');
  process.stdout.write('written\n');
  await new Promise(() => undefined);
});
