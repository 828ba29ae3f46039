import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';

const onPath = (name) =>
  (process.env.PATH ?? '').split(path.delimiter).some((folder) => existsSync(path.join(folder, name)));
const anyOf = (...files) => files.some((file) => existsSync(file));

function hasDebianPostgres() {
  const versions = '/usr/lib/postgresql';
  return (
    existsSync(versions) && readdirSync(versions).some((version) => existsSync(`${versions}/${version}/bin/initdb`))
  );
}

/** What the tests need from the system, as Debian names it, and which steps need it. */
const PACKAGES = [
  { name: 'chromium', for: ['e2e'], isThere: () => onPath('chromium') },
  { name: 'chromium-headless-shell', for: ['e2e'], isThere: () => onPath('chromium-headless-shell') },
  { name: 'firefox-esr', for: ['e2e'], isThere: () => onPath('firefox-esr') },
  { name: 'pulseaudio', for: ['e2e'], isThere: () => onPath('pulseaudio') },
  { name: 'espeak-ng', for: ['e2e'], isThere: () => onPath('espeak-ng') },
  { name: 'coturn', for: ['integration', 'e2e'], isThere: () => onPath('turnserver') },
  { name: 'openssl', for: ['integration', 'e2e'], isThere: () => onPath('openssl') },
  {
    name: 'fonts-noto-cjk',
    for: ['e2e'],
    isThere: () => anyOf('/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc'),
  },
  {
    name: 'fonts-noto-color-emoji',
    for: ['e2e'],
    isThere: () => anyOf('/usr/share/fonts/truetype/noto/NotoColorEmoji.ttf'),
  },
  { name: 'redis-server', for: ['integration'], isThere: () => onPath('valkey-server') || onPath('redis-server') },
  { name: 'postgresql', for: ['integration'], isThere: () => hasDebianPostgres() || onPath('initdb') },
];

export const missingPackages = (steps) =>
  PACKAGES.filter((entry) => entry.for.some((step) => steps.includes(step)) && !entry.isThere()).map(
    ({ name }) => name,
  );

/**
 * The shell lines that install Debian packages here, or the reason why that cannot be done.
 * @param {string[]} names
 * @param {{ isRoot: boolean, hasApt: boolean, hasSudo: boolean }} machine
 * @returns {{ script: string } | { refusal: string }}
 */
export function planInstall(names, { isRoot, hasApt, hasSudo }) {
  const list = names.join(' ');
  if (!hasApt) return { refusal: `The tests need what Debian calls: ${list}. Install it and run them again.` };
  if (!isRoot && !hasSudo) {
    return { refusal: `The tests need: ${list}. Run "apt-get install ${list}" as root, then run them again.` };
  }
  const asRoot = isRoot ? '' : 'sudo -n ';
  const apt = `${asRoot}env DEBIAN_FRONTEND=noninteractive apt-get -qq`;
  const install = `${apt} install -y --no-install-recommends`;
  const lines = ['set -eu', `${apt} update`];
  const wanted = (name) => names.includes(name);
  const services = ['coturn', 'redis-server'].filter(wanted);
  if (wanted('postgresql') || services.length > 0) lines.push('temporary=', `trap '${asRoot}rm -f $temporary' EXIT`);
  if (wanted('postgresql')) lines.push(...withoutCluster(asRoot, install));
  if (services.length > 0) lines.push(...withoutStarting(asRoot));
  lines.push(`${install} ${list}`);
  // Neither when the machine starts nor when Debian upgrades it.
  for (const service of services) lines.push(`${asRoot}update-rc.d ${service} disable`);
  return { script: lines.join('\n') };
}

/** Only PostgreSQL's programs are wanted: Debian would make a database of its own and start it. */
function withoutCluster(asRoot, install) {
  const setting = '/etc/postgresql-common/createcluster.d/ieum-tests.conf';
  return [
    `${install} postgresql-common`,
    `${asRoot}mkdir -p ${path.dirname(setting)}`,
    `temporary="$temporary ${setting}"`,
    `echo 'create_main_cluster = false' | ${asRoot}tee ${setting} >/dev/null`,
  ];
}

/** Of coturn and Redis only the programs are wanted: Debian would start services. A machine's own policy, if it has one, stands. */
function withoutStarting(asRoot) {
  const policy = '/usr/sbin/policy-rc.d';
  return [
    `if [ ! -e ${policy} ]; then`,
    `  temporary="$temporary ${policy}"`,
    `  printf '#!/bin/sh\\nexit 101\\n' | ${asRoot}tee ${policy} >/dev/null`,
    `  ${asRoot}chmod 755 ${policy}`,
    'fi',
  ];
}

export const thisMachine = () => ({
  isRoot: process.getuid?.() === 0,
  hasApt: onPath('apt-get'),
  hasSudo: onPath('sudo'),
});
