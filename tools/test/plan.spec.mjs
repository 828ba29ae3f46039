import { describe, expect, it } from '@jest/globals';
import { readOptions } from './options.mjs';
import { planInstall } from './system-packages.mjs';

const root = { isRoot: true, hasApt: true, hasSudo: false };

describe('planInstall', () => {
  it('installs by apt-get as root', () => {
    expect(planInstall(['chromium', 'fonts-noto-cjk'], root).script.split('\n')).toEqual([
      'set -eu',
      'env DEBIAN_FRONTEND=noninteractive apt-get -qq update',
      'env DEBIAN_FRONTEND=noninteractive apt-get -qq install -y --no-install-recommends chromium fonts-noto-cjk',
    ]);
  });

  it('asks sudo without a prompt when there is one', () => {
    expect(planInstall(['chromium'], { ...root, isRoot: false, hasSudo: true }).script).toContain('sudo -n env');
  });

  it('keeps Debian from starting a database of its own', () => {
    expect(planInstall(['postgresql'], root).script).toMatch(/create_main_cluster = false[^]*install .* postgresql$/u);
  });

  it('keeps Debian from starting a TURN server, now and later', () => {
    expect(planInstall(['coturn'], root).script).toMatch(/exit 101[^]*install .* coturn\nupdate-rc.d coturn disable$/u);
  });

  it('keeps Debian from starting a Redis, now and later', () => {
    const { script } = planInstall(['redis-server'], root);
    expect(script).toMatch(/exit 101[^]*install .* redis-server\nupdate-rc.d redis-server disable$/u);
  });

  it('cleans up behind both when both are missing', () => {
    const { script } = planInstall(['coturn', 'postgresql'], root);
    expect(script.match(/^trap .*$/gmu)).toEqual(["trap 'rm -f $temporary' EXIT"]);
    expect(script.match(/^ *temporary="\$temporary .*$/gmu)).toHaveLength(2);
  });

  it.each([
    ['an ordinary user', { ...root, isRoot: false }],
    ['another system', { ...root, hasApt: false }],
  ])('names the packages to %s in one line', (_, machine) => {
    expect(planInstall(['chromium', 'postgresql'], machine).refusal).toMatch(/^.*chromium postgresql.*$/u);
  });
});

describe('readOptions', () => {
  const known = ['lint', 'unit', 'e2e'];

  it('runs everything unless told', () => {
    expect(readOptions([], known)).toEqual({ ids: known, everything: true });
  });

  it.each([[['--only', 'unit,lint']], [['--only=unit,lint']]])(
    'runs the named steps in their own order: %j',
    (args) => {
      expect(readOptions(args, known)).toEqual({ ids: ['lint', 'unit'], everything: false });
    },
  );

  it.each([[['--only']], [['--only', 'uint']], [['--only=']], [['unit']], [['-h']]])(
    'explains itself to %j',
    (args) => {
      expect(readOptions(args, known)).toHaveProperty('mistake');
    },
  );
});
