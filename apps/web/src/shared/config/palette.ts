import type { MantineColorsTuple } from '@mantine/core';

/** Calm: a deep sea green. */
const sea: MantineColorsTuple = [
  ...(['#eef8f6', '#d9eeea', '#b3ddd5', '#89cabe', '#63b8a9'] as const),
  ...(['#479f91', '#2f857a', '#226d65', '#1c5952', '#154540'] as const),
];
/** Warm: for what wants attention without alarm. */
const apricot: MantineColorsTuple = [
  ...(['#fff5ea', '#fde6cd', '#f9cf9f', '#f4b56e', '#ee9d45'] as const),
  ...(['#dd8527', '#b8680f', '#8f4e08', '#744008', '#5a3107'] as const),
];
const red: MantineColorsTuple = [
  ...(['#fff1ee', '#fde0da', '#f8bfb5', '#f2a598', '#eb8a7b'] as const),
  ...(['#d8604f', '#bd4434', '#a93828', '#912d1f', '#742217'] as const),
];
/** Greys with a drop of ochre, so that neither scheme looks like a hospital. */
const gray: MantineColorsTuple = [
  ...(['#faf8f5', '#f4f1ec', '#e9e4dc', '#dcd5ca', '#c9c0b3'] as const),
  ...(['#93897b', '#6c6357', '#5b5349', '#463f37', '#2b2621'] as const),
];
const dark: MantineColorsTuple = [
  ...(['#e4dfd7', '#cbc4ba', '#b0a79b', '#8f867b', '#5b544c'] as const),
  ...(['#453f39', '#332e2a', '#221e1b', '#1b1815', '#141210'] as const),
];

export const palette = { sea, apricot, red, gray, dark };
