import { createContext } from 'react';

/** Whether the keys of a call do something: what they do is shown only then. */
export const KeysOn = createContext(true);
