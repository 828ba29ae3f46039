import { parseEnv } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import { read, render, variablesOf } from './compose.mjs';

const text = read('docker-compose.yml');
const settings = parseEnv(read('.env.example'));
const { services, networks, volumes } = render(text, settings);
const every = Object.entries(services);

/** What is run by hand and ends by itself. */
const ENDS_BY_ITSELF = ['speech-model'];
const [staying, ending] = [false, true].map((ends) => every.filter(([name]) => ENDS_BY_ITSELF.includes(name) === ends));

/** Who starts as root, and why. */
const STARTS_AS_ROOT = { postgres: 'owns its volume first, then becomes the user postgres' };

const dockerfileOf = ({ build }) => read(`${build.context === '.' ? '' : `${build.context}/`}Dockerfile`);
const imagesOf = (service) =>
  service.build
    ? [...dockerfileOf(service).matchAll(/^FROM (\S+)/gmu)]
        .map(([, image]) => image)
        .filter((image) => image.includes(':'))
    : [service.image];

describe('docker-compose.yml', () => {
  it('publishes 80, 443 and the ports of TURN, Grafana to this machine alone, and nothing else', () => {
    const published = every.flatMap(([name, { ports = [] }]) => ports.map((port) => `${name} ${port}`));
    expect(published.sort()).toEqual([
      'caddy 443:443',
      'caddy 443:443/udp',
      'caddy 80:80',
      'coturn 0.0.0.0:49160-49259:49160-49259/udp',
      'coturn 3478:3478',
      'coturn 3478:3478/udp',
      'coturn 5349:5349',
      'grafana 127.0.0.1:3001:3000',
    ]);
    for (const [, service] of every) expect(service).not.toHaveProperty('network_mode');
  });

  it('lets only the API reach the database, Valkey and the object store, which reach nobody', () => {
    const onData = every.filter(([, { networks: list }]) => list.includes('data')).map(([name]) => name);
    expect(onData.sort()).toEqual(['api', 'postgres']);
    const onNodes = every.filter(([, { networks: list }]) => list.includes('nodes')).map(([name]) => name);
    expect(onNodes.sort()).toEqual(['api', 'valkey']);
    const onObjects = every.filter(([, { networks: list }]) => list.includes('objects')).map(([name]) => name);
    expect(onObjects.sort()).toEqual(['api', 'seaweedfs']);
    const internal = { internal: true };
    expect(networks).toMatchObject({ data: internal, nodes: internal, objects: internal });
    expect(services.valkey.networks).toEqual(['nodes']);
    expect(services.seaweedfs.networks).toEqual(['objects']);
    expect(services.coturn.networks).toEqual(['relay']);
  });

  it.each(every)('%s: every image is of one exact version', (_, service) => {
    const images = imagesOf(service);
    expect(images.length).toBeGreaterThan(0);
    for (const image of images) expect(image).toMatch(/:v?\d+\.\d+(\.\d+)?(-[\w.-]+)?$/u);
  });

  it.each(every)('%s: can write nowhere but where it must, and gain no rights', (_, service) => {
    expect(service).toMatchObject({
      read_only: true,
      cap_drop: ['ALL'],
      security_opt: ['no-new-privileges:true'],
      tmpfs: expect.arrayContaining(['/tmp']),
    });
    expect(service).not.toHaveProperty('privileged');
  });

  it('starts again whatever ended that should stay, and nothing that is done', () => {
    for (const [, { restart }] of staying) expect(restart).toBe('unless-stopped');
    expect(ending.map(([, { restart }]) => restart)).toEqual(['no']);
  });

  it.each(every)('%s: runs as an ordinary user, or there is a reason', (name, service) => {
    const user = service.user ?? (service.build ? /^USER (\S+)$/mu.exec(dockerfileOf(service))?.[1] : undefined);
    if (name in STARTS_AS_ROOT) expect(user).toBeUndefined();
    else expect(user).toMatch(/^(node|[1-9]\d*:[1-9]\d*)$/u);
  });

  it.each(staying)('%s: says whether it is well, and has a time to end in', (_, service) => {
    expect(service.healthcheck).toMatchObject({
      test: expect.any(Array),
      interval: expect.any(String),
      retries: expect.any(Number),
    });
  });

  it('fits into a machine with 2 cores and 4 GB', () => {
    const megabytesOf = ([, { mem_limit: limit, scale = 1 }]) =>
      scale * Number.parseInt(limit) * (limit.endsWith('g') ? 1024 : 1);
    const total = (some) => some.map(megabytesOf).reduce((sum, each) => sum + each);
    expect(every.map(megabytesOf).every((each) => each > 0)).toBe(true);
    expect(total(every.filter(([, { profiles }]) => !profiles))).toBeLessThanOrEqual(3072);
    const speaking = every.filter(([, { profiles = [] }]) => profiles.some((name) => name.startsWith('speech')));
    expect(total(every.filter((each) => !speaking.includes(each)))).toBeLessThanOrEqual(3712);
    // docs/deploy.md: 2 GB more. What fetches the model runs before what uses it.
    expect(speaking.map(megabytesOf)).toEqual([2048, 2048]);
    for (const [, { cpus, pids_limit: pids }] of every) {
      expect(cpus).toBeLessThanOrEqual(2);
      expect(pids).toBeGreaterThan(0);
    }
  });

  it('keeps the database, the objects, the certificates, the metrics and a model, and nothing else', () => {
    expect(Object.keys(volumes).sort()).toEqual([
      'certificates',
      'database',
      'metrics',
      'models',
      'objects',
      'seaweedfs',
    ]);
  });

  it('keeps objects in a folder that all nodes share and their user owns, unless a store is named', () => {
    expect(services.api).toMatchObject({
      volumes: ['objects:/objects'],
      environment: { OBJECTS_DIR: '/objects' },
    });
    expect(services.api.environment.S3_ENDPOINT).toBeFalsy();
    expect(dockerfileOf(services.api)).toMatch(/^RUN install -d -o node -g node -m 700 \/objects\nUSER node$/mu);
  });

  it('brings a store of objects with it that wants the log-in of the API, and starts only when it is asked for', () => {
    const { profiles, environment, volumes: mounted } = services.seaweedfs;
    expect(profiles).toEqual(['objects']);
    for (const name of ['S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY'])
      expect(environment[name]).toBe(services.api.environment[name]);
    expect(mounted).toContain('seaweedfs:/objects');
    expect(dockerfileOf(services.seaweedfs)).toMatch(/chown 1000:1000 \/objects\nUSER 1000:1000$/mu);
    const start = read('deploy/seaweedfs/start.sh');
    expect(start.match(/\s-\S*ip\S*=\S+/gu).map((flag) => flag.trim())).toEqual([
      '-ip=127.0.0.1',
      '-ip.bind=127.0.0.1',
      '-s3.ip.bind=0.0.0.0',
    ]);
  });

  it('lets what hears recordings reach nobody, and only the API reach it', () => {
    const { speech, 'speech-model': model } = services;
    expect([speech.networks, speech.profiles, speech.ports]).toEqual([['speech'], ['speech'], undefined]);
    const onSpeech = every.filter(([, { networks: list }]) => list.includes('speech')).map(([name]) => name);
    expect(onSpeech.sort()).toEqual(['api', 'speech']);
    expect(networks.speech).toEqual({ internal: true });
    expect(speech.environment).toMatchObject({ HF_HUB_OFFLINE: '1', LOG_LEVEL: 'warning' });
    expect([model.networks, model.profiles]).toEqual([['downloads'], ['speech-model']]);
    expect([model.image, model.volumes]).toEqual([speech.image, speech.volumes]);
  });

  it('hands no recording to anybody unless somebody sets it', () => {
    expect(services.api.environment).toMatchObject({ TRANSCRIPTION_URL: null, TRANSCRIPTION_EXTERNAL: 'false' });
    expect(render(text, { ...settings, TRANSCRIPTION_MODEL: 'a/model' }).services).toMatchObject({
      api: { environment: { TRANSCRIPTION_MODEL: 'a/model' } },
      'speech-model': { environment: { TRANSCRIPTION_MODEL: 'a/model' } },
    });
  });

  it('is understood by the oldest compose it promises: no version line, no newer keys', () => {
    const parsed = render(text, settings);
    for (const key of ['include', 'configs', 'secrets', 'version']) expect(parsed).not.toHaveProperty(key);
    for (const [, service] of every) expect(service).not.toHaveProperty('develop');
  });

  it('runs two nodes of the API, so that one can be replaced while the other serves', () => {
    expect(services.api.scale).toBe(2);
    expect(services.api.environment.VALKEY_URL).toBe('redis://valkey:6379');
  });

  it('lets the API end by itself before it is killed', () => {
    expect(Number.parseInt(services.api.stop_grace_period)).toBeGreaterThan(30);
  });
});

describe('the image of the API', () => {
  it('installs from the manifests of every workspace, so that a change of sources installs nothing anew', () => {
    const copied = [...read('Dockerfile').matchAll(/^COPY (\S+\/package\.json) \S+$/gmu)].map(([, file]) => file);
    const { packages } = JSON.parse(read('package-lock.json'));
    const workspaces = Object.keys(packages).filter((folder) => folder !== '' && !folder.includes('node_modules'));
    expect(copied.sort()).toEqual(workspaces.map((folder) => `${folder}/package.json`).sort());
  });
});

describe('.env.example', () => {
  it('has every variable of docker-compose.yml and no other', () => {
    expect(Object.keys(settings).sort()).toEqual([...variablesOf(text)].sort());
  });

  it('explains each of them above it', () => {
    const blocks = read('.env.example').split(/\n\n/u).slice(1);
    for (const block of blocks) expect(block).toMatch(/^# /u);
  });

  it('has the same defaults as docker-compose.yml', () => {
    for (const [, name, value] of text.matchAll(/\$\{(\w+):-([^}]*)\}/gu))
      expect([name, settings[name]]).toEqual([name, value]);
  });

  it('has secrets that every installation replaces, and without which compose does not start', () => {
    const secrets = [
      'JWT_SECRET',
      'POSTGRES_PASSWORD',
      'TURN_SECRET',
      'BACKUP_KEY',
      'S3_SECRET_ACCESS_KEY',
      'GRAFANA_PASSWORD',
    ];
    const samples = Object.entries(settings).filter(([, value]) => value.startsWith('change-me-'));
    expect(samples.map(([name]) => name).sort()).toEqual([...secrets].sort());
    for (const name of secrets) expect(() => render(text, { ...settings, [name]: '' })).toThrow(/run \.\/ieum init/u);
  });
});
