import type { PathEnd, Received } from './peer-connections';

/** Somebody in a browser, whichever it is: what a call is tested with. */
export interface Caller {
  readonly nickname: string;
  /** Goes to a page of the product. */
  open(path: string): Promise<void>;
  reload(): Promise<void>;
  /** Presses the button that is called exactly so, as soon as it is there. */
  press(name: string): Promise<void>;
  /** Waits until the page is the one at `path`. */
  arriveAt(path: string): Promise<void>;
  /** Asks the API as this person. @throws where it refuses */
  api(method: 'get' | 'post' | 'put' | 'delete', path: string, data?: unknown): Promise<unknown>;
  /** What this side's peer connections have received, all of them together. */
  received(): Promise<Received>;
  /** Both ends, the own one first, of the path that carries the call. */
  path(): Promise<readonly PathEnd[]>;
  /** Loses its peer connections, as when the browser gives them up. */
  loseConnection(): Promise<void>;
  close(): Promise<void>;
}
