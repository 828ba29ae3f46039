import { randomInt, randomUUID } from 'node:crypto';

const PASSWORD = 'paper-boat-on-the-han-river';
let registered = 0;

/** Somebody new, signed in, in a browser context of their own. */
async function signUp(stage, browser, origin, wants, prepare) {
  const context = await browser.newContext({
    baseURL: origin,
    locale: 'en-US',
    permissions: ['camera', 'microphone'],
  });
  stage.keep(context, () => context.close());
  await prepare?.(context);
  registered += 1;
  const nickname = `Person ${randomInt(1e6)}`;
  const answer = await context.request.post('/api/auth/register', {
    // Each from an address of their own, as people are.
    headers: { 'x-forwarded-for': `198.51.${registered >> 8}.${registered & 255}` },
    data: { email: `${randomUUID()}@bench.invalid`, nickname, password: PASSWORD, ageBand: '19-to-24', wants },
  });
  if (!answer.ok()) throw new Error(`A registration was refused: ${await answer.text()}`);
  const { accessToken } = await answer.json();
  const api = async (method, path, data) => {
    const headers = { authorization: `Bearer ${accessToken}` };
    const response = await context.request.fetch(path, { method, headers, ...(data && { data }) });
    if (!response.ok()) throw new Error(`${path} was refused: ${await response.text()}`);
    return response.json();
  };
  return { nickname, api, page: await context.newPage() };
}

/** A student who waits, in front of their page. `prepare` gets the context before there is a page. */
export async function addWaitingStudent(stage, browser, origin, prepare) {
  const student = await signUp(stage, browser, origin, 'get-help', prepare);
  const { consult } = await student.api('POST', '/api/consults', {
    requestId: randomUUID(),
    kind: 'tutoring',
    topic: 'math',
    message: 'I get stuck when dividing fractions',
    language: 'ko',
  });
  await student.page.goto(`/wait/${consult.id}`);
  return student;
}

/** A mentor who looks at the live list. */
export async function addWatchingMentor(stage, browser, origin, prepare) {
  const mentor = await signUp(stage, browser, origin, 'help-others', prepare);
  await mentor.api('PUT', '/api/mentors/me/profile', {
    kinds: ['tutoring'],
    topics: ['math'],
    languages: ['ko'],
    line: 'Glad to help',
  });
  await mentor.page.goto('/live');
  return mentor;
}
