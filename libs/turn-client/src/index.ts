export { type Attribute, BadMessage, decodeMessage, encodeMessage, type StunMessage } from './stun-message';
export { echoThroughRelay, type EchoOptions, NotRelayed, type RelayEcho } from './relay-echo';
export { NoAnswer } from './connection';
export { type LogIn, TurnClient, TurnRefused } from './turn-client';
export { parseTurnUri, type TurnServer } from './turn-uri';
