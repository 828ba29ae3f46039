export { type Certificate, makeCertificate } from './certificate';
export { Coturn, type Transport } from './coturn';
export { freePort } from './free-port';
