/** Where the parts of the admin page are. */
export interface AdminLinks {
  readonly calls: string;
  readonly call: (consultId: string) => string;
}
