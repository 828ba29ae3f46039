import type { DoctorCheckName, DoctorFigureName, DoctorReason, DoctorState } from './doctor';
import { ko } from './doctor-words.ko';

/** What is wrong, and what somebody can do about it. */
interface Advice {
  readonly what: string;
  readonly fix: string;
}

export interface DoctorWords {
  readonly checks: Readonly<Record<DoctorCheckName, string>>;
  readonly states: Readonly<Record<DoctorState, string>>;
  readonly figures: Readonly<Record<DoctorFigureName, string>>;
  readonly reasons: Readonly<Record<DoctorReason, Advice>>;
}

const en: DoctorWords = {
  checks: {
    database: 'Database',
    valkey: 'Valkey and other nodes',
    relay: 'Relay (TURN)',
    clock: 'Clock',
    certificate: 'Certificate',
    address: 'Public address',
    disk: 'Disk',
    memory: 'Memory',
    'speech-to-text': 'Speech to text',
    mail: 'Mail',
    'object-store': 'Object store',
  },
  states: { ok: 'Works', warning: 'Warning', failing: 'Failing', 'not-configured': 'Not set up' },
  figures: {
    version: 'version',
    tookMs: 'answers in ms',
    sizeMb: 'size in MB',
    freeConnections: 'free connections',
    missingMigrations: 'missing migrations',
    nodes: 'nodes',
    allocateMs: 'address given in ms',
    roundTripMs: 'there and back in ms',
    relayedBytes: 'bytes relayed',
    daysLeft: 'days left',
    secondsOff: 'seconds off',
    freeMb: 'free MB',
    totalMb: 'MB in all',
    code: 'code',
  },
  reasons: {
    'database-not-started': {
      what: 'The embedded database is not running.',
      fix: 'Start Ieum on this DATA_DIR, then check again.',
    },
    'database-unreachable': {
      what: 'The database does not answer.',
      fix: 'Start PostgreSQL (docker compose up -d postgres) and look at its log; check the host and port in DATABASE_URL.',
    },
    'database-refused': {
      what: 'The database refuses the log-in.',
      fix: 'Put the right user, password and database name into DATABASE_URL. In compose POSTGRES_PASSWORD is fixed when the volume is made.',
    },
    'database-too-old': {
      what: 'PostgreSQL is older than version 15.',
      fix: 'Back up, set up PostgreSQL 15 or later, and restore there.',
    },
    'database-behind': {
      what: 'Tables of this version are missing.',
      fix: 'Start a node of this version: it brings the database up to date. If it does not start, its log says why.',
    },
    'database-read-only': {
      what: 'Nothing can be written to the database.',
      fix: 'DATABASE_URL has to lead to the primary, not to a copy. If it does, its disk may be full: look at its log.',
    },
    'database-slow': {
      what: 'The database answers slowly.',
      fix: 'Put it close to the API (under 10 ms), and look for other load on its machine.',
    },
    'database-connections-low': {
      what: 'The database has few connections left.',
      fix: 'Raise max_connections, or end other programs that use it. Each node takes five.',
    },
    'valkey-none': {
      what: 'There is one node.',
      fix: 'Set VALKEY_URL to run several.',
    },
    'valkey-unreachable': {
      what: 'Valkey does not answer: people on different nodes do not see each other.',
      fix: 'Start Valkey (docker compose up -d valkey); check the host and port in VALKEY_URL.',
    },
    'valkey-refused': {
      what: 'Valkey refuses the log-in.',
      fix: 'Put its password into VALKEY_URL: redis://:password@host:6379.',
    },
    'valkey-slow': {
      what: 'Valkey answers slowly.',
      fix: 'Put it close to the nodes; every signal between nodes goes through it.',
    },
    'nodes-cut-off': {
      what: 'This node does not hear what it tells the others.',
      fix: 'Look at the log of this node and of Valkey; restart Valkey if it hangs. Nothing is stored there.',
    },
    'relay-none': {
      what: 'There is no relay: counselling and minors go direct, and some networks let no call through.',
      fix: 'Run coturn and set TURN_URLS and TURN_SECRET.',
    },
    'relay-only-here': {
      what: 'The relay’s address leads to the browser’s own machine.',
      fix: 'Put the name or address of the relay, as others reach it, into TURN_URLS. In compose: ./ieum init with a name.',
    },
    'relay-unreachable': {
      what: 'The relay does not answer here.',
      fix: 'Start coturn (docker compose up -d coturn); open its port for this transport in the firewall; check TURN_URLS.',
    },
    'relay-refused-log-in': {
      what: 'The relay refuses our log-ins.',
      fix: 'TURN_SECRET and coturn’s static-auth-secret have to be the same, and both clocks right. Then restart coturn.',
    },
    'relay-full': {
      what: 'The relay has no address left.',
      fix: 'Widen its port range and raise total-quota; look for log-ins that take many.',
    },
    'relay-dead-end': {
      what: 'The relay gives addresses, and nothing comes out of them.',
      fix: 'Set TURN_EXTERNAL_IP to the public address, and open the relay’s own UDP ports (49160–49259) in the firewall.',
    },
    'relay-takes-anybody': {
      what: 'The relay takes a wrong log-in: anybody can use it.',
      fix: 'Start coturn with use-auth-secret and without no-auth: deploy/coturn/turnserver.conf has all it needs.',
    },
    'relay-leads-inside': {
      what: 'The relay leads to addresses of your own network.',
      fix: 'Take over every denied-peer-ip of deploy/coturn/turnserver.conf and restart coturn.',
    },
    'relay-slow': {
      what: 'The relay is slow.',
      fix: 'Look for other load on its machine, and put it near your users.',
    },
    'clock-not-compared': {
      what: 'There was nothing to compare the clock with.',
      fix: 'Mend the database or the public address first.',
    },
    'clock-drifts': {
      what: 'The clock is some seconds off.',
      fix: 'Let systemd-timesyncd or chrony set it: timedatectl set-ntp true.',
    },
    'clock-off': {
      what: 'The clock is wrong: log-ins of the relay and of people end too early or too late.',
      fix: 'Let systemd-timesyncd or chrony set it (timedatectl set-ntp true), on every machine.',
    },
    'certificate-none': {
      what: 'There is no HTTPS address to look at.',
      fix: 'Set PUBLIC_ORIGIN (in compose DOMAIN) to the address that people open.',
    },
    'certificate-unreachable': {
      what: 'There is no TLS at this address.',
      fix: 'Open the port, and look in the log of Caddy or coturn whether it finds its certificate.',
    },
    'certificate-ended': {
      what: 'The certificate has ended, or is not valid yet.',
      fix: 'Look at Caddy’s log; port 80 has to be open to renew it. For coturn: docker compose kill -s USR2 coturn.',
    },
    'certificate-other-name': {
      what: 'The certificate is for another name.',
      fix: 'Let the name lead to this machine, and Caddy get a certificate for it (DOMAIN).',
    },
    'certificate-untrusted': {
      what: 'Browsers do not trust the certificate.',
      fix: 'Serve it with its whole chain, from an authority that browsers know. Caddy does so by itself.',
    },
    'certificate-ends-soon': {
      what: 'The certificate ends within two weeks and was not renewed.',
      fix: 'Look at Caddy’s log; port 80 has to be open. For coturn: docker compose kill -s USR2 coturn lets it read the new one.',
    },
    'address-none': {
      what: 'The public address is not known.',
      fix: 'Set PUBLIC_ORIGIN (in compose DOMAIN) to the address that people open.',
    },
    'address-without-https': {
      what: 'The page is opened without HTTPS: browsers give it neither camera nor microphone.',
      fix: 'Put Caddy in front, and open the page by https://.',
    },
    'address-unreachable': {
      what: 'The public address does not answer from here.',
      fix: 'Let its name lead to this machine and open port 443. Some routers do not let a machine reach its own public address: try from elsewhere.',
    },
    'address-other-answer': {
      what: 'Something else than Ieum answers at the public address.',
      fix: 'Let the proxy hand /api to Ieum; look at its log, and at docker compose ps.',
    },
    'address-without-sockets': {
      what: 'The proxy lets no WebSocket through: nobody sees the list or gets into a room.',
      fix: 'Let the proxy pass Upgrade and Connection on for /socket.io/. Caddy does so by itself.',
    },
    'disk-unreadable': {
      what: 'How much room is left could not be read.',
      fix: 'Check that DATA_DIR exists and may be read.',
    },
    'disk-low': {
      what: 'Less than 1 GB is left.',
      fix: 'Free some: old backups, docker image prune. Or give the disk more.',
    },
    'disk-full': {
      what: 'The disk is all but full: nothing can be kept soon.',
      fix: 'Free some now: old backups, docker image prune. Then give the disk more.',
    },
    'memory-low': {
      what: 'Little memory is left.',
      fix: 'Look for what takes it (docker stats), or give the machine or the container more.',
    },
    'speech-none': {
      what: 'There is no speech to text: learners type their answers.',
      fix: 'Nothing has to be done. To have it: docs/deploy.md, "Speech to text".',
    },
    'speech-unreachable': {
      what: 'The speech-to-text service does not answer: learners type their answers meanwhile.',
      fix: 'Start it (docker compose --profile speech up -d) and look at its log; check the host and port in TRANSCRIPTION_URL.',
    },
    'speech-refused': {
      what: 'The speech-to-text service refuses our key.',
      fix: 'Put the key that it wants into TRANSCRIPTION_API_KEY.',
    },
    'speech-model-missing': {
      what: 'The speech-to-text service does not have the model.',
      fix: 'Download it once (docker compose run --rm speech-model), or set TRANSCRIPTION_MODEL to one that it has.',
    },
    'speech-key-unreadable': {
      what: 'The key file of Google Cloud Speech cannot be read, or is none.',
      fix: 'Put the JSON key of a service account where GOOGLE_SPEECH_CREDENTIALS_FILE says, readable by the server.',
    },
    'mail-not-needed': { what: 'This version sends no mail.', fix: 'There is nothing to do.' },
    'object-store-empty': {
      what: 'There is no folder for recordings yet.',
      fix: 'It is made with the first one. Set OBJECTS_DIR to have it elsewhere, or S3_ENDPOINT to use a store of objects.',
    },
    'object-store-unreachable': {
      what: 'The object store does not answer: nothing can be recorded or listened to.',
      fix: 'Start it (docker compose --profile objects up -d seaweedfs) and look at its log; check S3_ENDPOINT.',
    },
    'object-store-refused': {
      what: 'The object store refuses our key.',
      fix: 'Check S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY and S3_REGION, what the key may do in the bucket, and the clock.',
    },
    'object-store-no-bucket': {
      what: 'The bucket is not there, and could not be made.',
      fix: 'Make the bucket that S3_BUCKET names, closed to the public, and let the key read, write, list and delete in it.',
    },
    'object-store-full': {
      what: 'There is no room for recordings.',
      fix: 'Free some now: old backups, docker image prune. Then give the disk or the store more.',
    },
    'object-store-unwritable': {
      what: 'The folder of the recordings cannot be used.',
      fix: 'Let the user that Ieum runs as own the folder (chown -R), and see that its disk is mounted to be written to.',
    },
    'object-store-forgetful': {
      what: 'What was kept did not come back from the object store.',
      fix: 'Several copies behind one address have to agree before they answer: look at how the store is set up.',
    },
    'object-store-apart': {
      what: 'There are several nodes, and each may keep recordings in a folder of its own.',
      fix: 'Set OBJECTS_DIR to a folder that all nodes share, or S3_ENDPOINT to a store of objects.',
    },
    'object-store-slow': {
      what: 'The object store answers slowly.',
      fix: 'Put it close to the API, and look for other load on its machine or its disk.',
    },
    'timed-out': {
      what: 'The check did not end within five seconds.',
      fix: 'Something on the way swallows packets: look at firewalls, and at the machine’s load.',
    },
    'check-broke': {
      what: 'The check itself went wrong.',
      fix: 'Look at the log, and report it as a fault of Ieum.',
    },
  },
};

/** Here and not in the page alone, since the command says them as well. */
export const DOCTOR_WORDS: Readonly<Record<'en' | 'ko', DoctorWords>> = { en, ko };
