export * from './error';
export * from './auth';
export * from './mentors';
export * from './consults';
export * from './ice-servers';
export * from './feedback';
export * from './documents';
export * from './health';
