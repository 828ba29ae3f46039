import { Agent, request } from 'node:http';

function ask(agent, { url, path, method = 'GET', headers = {}, body, localAddress }) {
  return new Promise((resolve, reject) => {
    const sent = request(`${url}${path}`, { agent, method, headers, localAddress }, (response) => {
      const chunks = [];
      response.on('data', (chunk) => chunks.push(chunk));
      response.once('error', reject);
      response.once('end', () => resolve({ status: response.statusCode, body: Buffer.concat(chunks) }));
    });
    sent.once('error', reject);
    sent.end(body);
  });
}

function mustBeOk({ status, body }, path) {
  if (status < 200 || status > 299) throw new Error(`${path} was answered with ${status}: ${body}`);
}

/** `width` connections, each of which asks again when it was answered, `count` requests in all. */
export async function getInTurns({ width, count, ...call }) {
  const agent = new Agent({ keepAlive: true, maxSockets: width });
  let left = count;
  let bytes = 0;
  const lane = async () => {
    while (left > 0) {
      left -= 1;
      const answered = await ask(agent, call);
      mustBeOk(answered, call.path);
      bytes = answered.body.length;
    }
  };
  const startedAt = performance.now();
  await Promise.all(Array.from({ length: width }, lane));
  const elapsedMs = performance.now() - startedAt;
  agent.destroy();
  return { elapsedMs, bytes };
}

/** Requests one after the other; returns how long each took, in milliseconds. */
export async function timeRequests({ calls }) {
  const latencies = [];
  for (const call of calls) {
    const agent = new Agent({ keepAlive: true });
    const startedAt = performance.now();
    mustBeOk(await ask(agent, call), call.path);
    latencies.push(performance.now() - startedAt);
    agent.destroy();
  }
  return latencies;
}

/** The same request again and again on one connection; returns how long each took, in milliseconds. */
export async function timeOneByOne({ count, ...call }) {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const latencies = [];
  for (let round = 0; round < count; round += 1) {
    const startedAt = performance.now();
    mustBeOk(await ask(agent, call), call.path);
    latencies.push(performance.now() - startedAt);
  }
  agent.destroy();
  return latencies;
}
