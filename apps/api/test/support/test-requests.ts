export interface TestAnswer {
  readonly status: number;
  /** Parsed where it is JSON, otherwise as text. */
  readonly body: unknown;
  readonly headers: Headers;
}

type Caller = { readonly accessToken: string } | undefined;
type ExtraHeaders = Readonly<Record<string, string>>;

const WITHIN_MS = 10_000;

/** Requests as a client sends them. */
export class TestRequests {
  constructor(readonly url: string) {}

  get(path: string, caller?: Caller, headers?: ExtraHeaders): Promise<TestAnswer> {
    return this.request('GET', path, undefined, caller, headers);
  }

  post(path: string, body?: unknown, caller?: Caller, headers?: ExtraHeaders): Promise<TestAnswer> {
    return this.request('POST', path, body, caller, headers);
  }

  put(path: string, body?: unknown, caller?: Caller, headers?: ExtraHeaders): Promise<TestAnswer> {
    return this.request('PUT', path, body, caller, headers);
  }

  patch(path: string, body?: unknown, caller?: Caller, headers?: ExtraHeaders): Promise<TestAnswer> {
    return this.request('PATCH', path, body, caller, headers);
  }

  delete(path: string, caller?: Caller, headers?: ExtraHeaders): Promise<TestAnswer> {
    return this.request('DELETE', path, undefined, caller, headers);
  }

  async request(
    method: string,
    path: string,
    body: unknown,
    caller: Caller,
    headers: ExtraHeaders = {},
  ): Promise<TestAnswer> {
    return this.send(path, {
      method,
      headers: {
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(caller ? { authorization: `Bearer ${caller.accessToken}` } : {}),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  }

  /** Sends whatever it is given, as a hostile client would. */
  async send(path: string, init: RequestInit): Promise<TestAnswer> {
    const answer = await fetch(`${this.url}${path}`, { redirect: 'manual', ...init });
    const text = await answer.text();
    const json = answer.headers.get('content-type')?.startsWith('application/json') ?? false;
    return { status: answer.status, body: json ? JSON.parse(text) : text, headers: answer.headers };
  }

  /** Waits until it holds. For what announces itself by no event. */
  async until(condition: () => Promise<boolean>, withinMs = WITHIN_MS): Promise<void> {
    const deadline = performance.now() + withinMs;
    while (!(await condition())) {
      if (performance.now() > deadline) throw new Error('It did not come to be so in time.');
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }
}
