import globals from 'globals';

/** In Node too, yet still the outside world: clock, network, storage, devices. */
const AMBIENT = [
  ...[
    'setTimeout',
    'setInterval',
    'setImmediate',
    'clearTimeout',
    'clearInterval',
    'clearImmediate',
    'Date',
    'performance',
  ],
  ...[
    'fetch',
    'WebSocket',
    'EventSource',
    'BroadcastChannel',
    'localStorage',
    'sessionStorage',
    'navigator',
    'crypto',
    'console',
  ],
];

const inEveryRuntime = new Set([...Object.keys(globals.nodeBuiltin), ...Object.keys(globals.builtin)]);
const browserOnly = Object.keys(globals.browser).filter((name) => !inEveryRuntime.has(name));

/** Names that `webrtc-client` reaches through its platform port alone; as types they are fine. */
export const ambientGlobals = [...new Set([...browserOnly, ...AMBIENT])].map((name) => ({
  name,
  message: 'The browser, the clock and the network are reached through the Platform port (platform.ts).',
}));
