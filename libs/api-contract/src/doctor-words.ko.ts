import type { DoctorWords } from './doctor-words';

export const ko: DoctorWords = {
  checks: {
    database: '데이터베이스',
    valkey: 'Valkey와 다른 노드',
    relay: '중계 서버(TURN)',
    clock: '시계',
    certificate: '인증서',
    address: '공개 주소',
    disk: '디스크',
    memory: '메모리',
    'speech-to-text': '음성 받아쓰기',
    mail: '메일',
    'object-store': '객체 저장소',
  },
  states: { ok: '정상', warning: '주의', failing: '실패', 'not-configured': '설정 안 됨' },
  figures: {
    version: '버전',
    tookMs: '응답 시간(ms)',
    sizeMb: '크기(MB)',
    freeConnections: '남은 연결',
    missingMigrations: '빠진 마이그레이션',
    nodes: '노드',
    allocateMs: '주소 할당(ms)',
    roundTripMs: '왕복(ms)',
    relayedBytes: '중계된 바이트',
    daysLeft: '남은 날',
    secondsOff: '어긋난 초',
    freeMb: '남은 용량(MB)',
    totalMb: '전체 용량(MB)',
    code: '코드',
  },
  reasons: {
    'database-not-started': {
      what: '내장 데이터베이스가 켜져 있지 않아요.',
      fix: '이 DATA_DIR로 이음을 시작한 뒤 다시 확인하세요.',
    },
    'database-unreachable': {
      what: '데이터베이스가 응답하지 않아요.',
      fix: 'PostgreSQL을 시작하고(docker compose up -d postgres) 로그를 보세요. DATABASE_URL의 호스트와 포트도 확인하세요.',
    },
    'database-refused': {
      what: '데이터베이스가 로그인을 거절해요.',
      fix: 'DATABASE_URL에 올바른 사용자, 비밀번호, 데이터베이스 이름을 넣으세요. compose에서 POSTGRES_PASSWORD는 볼륨을 만들 때 정해져요.',
    },
    'database-too-old': {
      what: 'PostgreSQL이 15보다 오래된 버전이에요.',
      fix: '백업한 뒤 PostgreSQL 15 이상을 준비해 그곳에 복원하세요.',
    },
    'database-behind': {
      what: '이 버전에 필요한 테이블이 없어요.',
      fix: '이 버전의 노드를 시작하면 데이터베이스를 맞춰 줘요. 시작되지 않으면 로그에 이유가 있어요.',
    },
    'database-read-only': {
      what: '데이터베이스에 아무것도 쓸 수 없어요.',
      fix: 'DATABASE_URL은 복제본이 아닌 주 서버를 가리켜야 해요. 맞다면 디스크가 가득 찼을 수 있으니 로그를 보세요.',
    },
    'database-slow': {
      what: '데이터베이스의 응답이 느려요.',
      fix: 'API 가까이(10ms 안쪽)에 두고, 그 서버의 다른 부하를 찾아보세요.',
    },
    'database-connections-low': {
      what: '데이터베이스의 남은 연결이 적어요.',
      fix: 'max_connections를 늘리거나 다른 프로그램을 끝내세요. 노드 하나가 다섯 개를 써요.',
    },
    'valkey-none': { what: '노드가 하나예요.', fix: '여러 개를 쓰려면 VALKEY_URL을 설정하세요.' },
    'valkey-unreachable': {
      what: 'Valkey가 응답하지 않아요. 서로 다른 노드의 사람들이 서로를 보지 못해요.',
      fix: 'Valkey를 시작하고(docker compose up -d valkey) VALKEY_URL의 호스트와 포트를 확인하세요.',
    },
    'valkey-refused': {
      what: 'Valkey가 로그인을 거절해요.',
      fix: 'VALKEY_URL에 비밀번호를 넣으세요: redis://:비밀번호@호스트:6379.',
    },
    'valkey-slow': {
      what: 'Valkey의 응답이 느려요.',
      fix: '노드 가까이에 두세요. 노드 사이의 모든 신호가 이곳을 지나요.',
    },
    'nodes-cut-off': {
      what: '이 노드가 다른 노드에 보내는 말이 스스로에게 돌아오지 않아요.',
      fix: '이 노드와 Valkey의 로그를 보고, 멈춰 있으면 Valkey를 다시 시작하세요. 그곳에는 아무것도 저장되지 않아요.',
    },
    'relay-none': {
      what: '중계 서버가 없어요. 상담과 미성년자의 통화가 직접 연결되고, 어떤 네트워크에서는 통화가 되지 않아요.',
      fix: 'coturn을 켜고 TURN_URLS와 TURN_SECRET을 설정하세요.',
    },
    'relay-only-here': {
      what: '중계 서버의 주소가 브라우저 자신의 컴퓨터를 가리켜요.',
      fix: '다른 사람이 접속하는 이름이나 주소를 TURN_URLS에 넣으세요. compose에서는 ./ieum init에 이름을 주세요.',
    },
    'relay-unreachable': {
      what: '여기에서 중계 서버가 응답하지 않아요.',
      fix: 'coturn을 시작하고(docker compose up -d coturn), 방화벽에서 이 방식의 포트를 열고, TURN_URLS를 확인하세요.',
    },
    'relay-refused-log-in': {
      what: '중계 서버가 로그인을 거절해요.',
      fix: 'TURN_SECRET과 coturn의 static-auth-secret이 같아야 하고 두 시계가 맞아야 해요. 그다음 coturn을 다시 시작하세요.',
    },
    'relay-full': {
      what: '중계 서버에 남은 주소가 없어요.',
      fix: '포트 범위를 넓히고 total-quota를 늘리세요. 주소를 많이 쓰는 로그인도 찾아보세요.',
    },
    'relay-dead-end': {
      what: '중계 서버가 주소는 주지만 그곳으로 아무것도 나오지 않아요.',
      fix: 'TURN_EXTERNAL_IP를 공개 주소로 설정하고, 방화벽에서 중계용 UDP 포트(49160–49259)를 여세요.',
    },
    'relay-takes-anybody': {
      what: '중계 서버가 틀린 로그인도 받아들여요. 누구나 쓸 수 있어요.',
      fix: 'coturn을 no-auth 없이 use-auth-secret으로 시작하세요. 필요한 것은 deploy/coturn/turnserver.conf에 있어요.',
    },
    'relay-leads-inside': {
      what: '중계 서버가 내부 네트워크의 주소로 이어져요.',
      fix: 'deploy/coturn/turnserver.conf의 denied-peer-ip를 모두 옮기고 coturn을 다시 시작하세요.',
    },
    'relay-slow': {
      what: '중계 서버가 느려요.',
      fix: '그 서버의 다른 부하를 찾아보고, 사용자 가까이에 두세요.',
    },
    'clock-not-compared': {
      what: '시계를 비교할 곳이 없었어요.',
      fix: '먼저 데이터베이스나 공개 주소를 고치세요.',
    },
    'clock-drifts': {
      what: '시계가 몇 초 어긋나 있어요.',
      fix: 'systemd-timesyncd나 chrony가 맞추게 하세요: timedatectl set-ntp true.',
    },
    'clock-off': {
      what: '시계가 틀려요. 중계 서버와 사람들의 로그인이 너무 일찍 또는 늦게 끝나요.',
      fix: '모든 서버에서 systemd-timesyncd나 chrony가 맞추게 하세요(timedatectl set-ntp true).',
    },
    'certificate-none': {
      what: '확인할 HTTPS 주소가 없어요.',
      fix: 'PUBLIC_ORIGIN(compose에서는 DOMAIN)을 사람들이 여는 주소로 설정하세요.',
    },
    'certificate-unreachable': {
      what: '이 주소에서 TLS가 응답하지 않아요.',
      fix: '포트를 열고, Caddy나 coturn이 인증서를 찾는지 로그를 보세요.',
    },
    'certificate-ended': {
      what: '인증서가 끝났거나 아직 유효하지 않아요.',
      fix: 'Caddy의 로그를 보세요. 갱신하려면 80번 포트가 열려 있어야 해요. coturn은 docker compose kill -s USR2 coturn.',
    },
    'certificate-other-name': {
      what: '인증서가 다른 이름의 것이에요.',
      fix: '이름이 이 서버를 가리키게 하고, Caddy가 그 이름의 인증서를 받게 하세요(DOMAIN).',
    },
    'certificate-untrusted': {
      what: '브라우저가 인증서를 믿지 않아요.',
      fix: '브라우저가 아는 기관의 인증서를 전체 체인과 함께 내보내세요. Caddy는 스스로 그렇게 해요.',
    },
    'certificate-ends-soon': {
      what: '인증서가 두 주 안에 끝나는데 갱신되지 않았어요.',
      fix: 'Caddy의 로그를 보세요. 80번 포트가 열려 있어야 해요. coturn은 docker compose kill -s USR2 coturn으로 새 인증서를 읽어요.',
    },
    'address-none': {
      what: '공개 주소를 몰라요.',
      fix: 'PUBLIC_ORIGIN(compose에서는 DOMAIN)을 사람들이 여는 주소로 설정하세요.',
    },
    'address-without-https': {
      what: '페이지가 HTTPS 없이 열려요. 브라우저가 카메라와 마이크를 주지 않아요.',
      fix: '앞에 Caddy를 두고 https://로 여세요.',
    },
    'address-unreachable': {
      what: '여기에서 공개 주소가 응답하지 않아요.',
      fix: '이름이 이 서버를 가리키게 하고 443번 포트를 여세요. 자기 공개 주소로 갈 수 없는 공유기도 있으니 다른 곳에서도 열어 보세요.',
    },
    'address-other-answer': {
      what: '공개 주소에서 이음이 아닌 것이 응답해요.',
      fix: '프록시가 /api를 이음에 넘기게 하고, 그 로그와 docker compose ps를 보세요.',
    },
    'address-without-sockets': {
      what: '프록시가 WebSocket을 통과시키지 않아요. 아무도 목록을 보거나 방에 들어갈 수 없어요.',
      fix: '프록시가 /socket.io/에서 Upgrade와 Connection을 넘기게 하세요. Caddy는 스스로 그렇게 해요.',
    },
    'disk-unreadable': {
      what: '남은 용량을 읽지 못했어요.',
      fix: 'DATA_DIR이 있고 읽을 수 있는지 확인하세요.',
    },
    'disk-low': {
      what: '1GB도 남지 않았어요.',
      fix: '오래된 백업이나 docker image prune으로 자리를 비우거나 디스크를 늘리세요.',
    },
    'disk-full': {
      what: '디스크가 거의 가득 찼어요. 곧 아무것도 저장할 수 없어요.',
      fix: '지금 오래된 백업이나 docker image prune으로 자리를 비우고, 디스크를 늘리세요.',
    },
    'memory-low': {
      what: '남은 메모리가 적어요.',
      fix: '무엇이 쓰는지 보고(docker stats), 서버나 컨테이너에 더 주세요.',
    },
    'speech-none': {
      what: '음성 받아쓰기가 없어요. 학습자가 답을 직접 입력해요.',
      fix: '그대로 두어도 괜찮아요. 쓰려면 docs/deploy.md의 "Speech to text"를 보세요.',
    },
    'speech-unreachable': {
      what: '음성 받아쓰기 서비스가 응답하지 않아요. 그동안 학습자가 답을 직접 입력해요.',
      fix: '서비스를 시작하고(docker compose --profile speech up -d) 로그를 보세요. TRANSCRIPTION_URL의 호스트와 포트도 확인하세요.',
    },
    'speech-refused': {
      what: '음성 받아쓰기 서비스가 키를 거절해요.',
      fix: '서비스가 요구하는 키를 TRANSCRIPTION_API_KEY에 넣으세요.',
    },
    'speech-model-missing': {
      what: '음성 받아쓰기 서비스에 모델이 없어요.',
      fix: '한 번 내려받거나(docker compose run --rm speech-model) TRANSCRIPTION_MODEL을 서비스에 있는 모델로 바꾸세요.',
    },
    'speech-key-unreadable': {
      what: 'Google Cloud Speech의 키 파일을 읽을 수 없거나 올바른 키가 아니에요.',
      fix: '서비스 계정의 JSON 키를 GOOGLE_SPEECH_CREDENTIALS_FILE 위치에 두고 서버가 읽을 수 있게 하세요.',
    },
    'mail-not-needed': { what: '이 버전은 메일을 보내지 않아요.', fix: '할 일이 없어요.' },
    'object-store-empty': {
      what: '녹음을 보관할 폴더가 아직 없어요.',
      fix: '첫 녹음 때 만들어져요. 다른 곳에 두려면 OBJECTS_DIR을, 객체 저장소를 쓰려면 S3_ENDPOINT를 설정하세요.',
    },
    'object-store-unreachable': {
      what: '객체 저장소가 응답하지 않아요. 녹음하거나 들을 수 없어요.',
      fix: '저장소를 시작하고(docker compose --profile objects up -d seaweedfs) 로그를 보세요. S3_ENDPOINT도 확인하세요.',
    },
    'object-store-refused': {
      what: '객체 저장소가 우리 키를 거절해요.',
      fix: 'S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY, S3_REGION과 그 키가 버킷에서 할 수 있는 일, 시계를 확인하세요.',
    },
    'object-store-no-bucket': {
      what: '버킷이 없고 만들 수도 없었어요.',
      fix: 'S3_BUCKET의 버킷을 비공개로 만들고, 키가 그 안에서 읽고 쓰고 목록을 보고 지울 수 있게 하세요.',
    },
    'object-store-full': {
      what: '녹음을 보관할 자리가 없어요.',
      fix: '지금 오래된 백업이나 docker image prune으로 자리를 비우고, 디스크나 저장소를 늘리세요.',
    },
    'object-store-unwritable': {
      what: '녹음 폴더를 쓸 수 없어요.',
      fix: '이음을 실행하는 사용자가 폴더를 소유하게 하고(chown -R), 디스크가 쓰기 가능하게 마운트됐는지 확인하세요.',
    },
    'object-store-forgetful': {
      what: '보관한 것이 객체 저장소에서 돌아오지 않았어요.',
      fix: '한 주소 뒤의 여러 복제본은 응답하기 전에 서로 맞아야 해요. 저장소의 설정을 확인하세요.',
    },
    'object-store-apart': {
      what: '노드가 여럿인데 저마다 자기 폴더에 녹음을 보관할 수 있어요.',
      fix: 'OBJECTS_DIR을 모든 노드가 함께 쓰는 폴더로 설정하거나, S3_ENDPOINT로 객체 저장소를 쓰세요.',
    },
    'object-store-slow': {
      what: '객체 저장소의 응답이 느려요.',
      fix: 'API 가까이에 두고, 그 서버나 디스크의 다른 부하를 찾아보세요.',
    },
    'timed-out': {
      what: '확인이 5초 안에 끝나지 않았어요.',
      fix: '중간에서 패킷이 사라지고 있어요. 방화벽과 서버의 부하를 보세요.',
    },
    'check-broke': {
      what: '확인 자체가 잘못되었어요.',
      fix: '로그를 보고 이음의 결함으로 알려 주세요.',
    },
  },
};
