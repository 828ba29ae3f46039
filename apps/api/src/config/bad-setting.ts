/** A setting that cannot be used; its message is one line that says which and what to do. */
export class BadSetting extends Error {}
