import { createRequire } from 'node:module';
import { protos, SpeechClient } from '@google-cloud/speech';
import { credentials, loadPackageDefinition, Metadata, Server, ServerCredentials } from '@grpc/grpc-js';
import type { handleUnaryCall, ServiceClientConstructor, status } from '@grpc/grpc-js';
import { fromJSON } from '@grpc/proto-loader';
import { CLIENT_OPTIONS } from '../../src/transcription/speech-client';

const { LongRunningRecognizeResponse } = protos.google.cloud.speech.v1;
type Results = protos.google.cloud.speech.v1.ILongRunningRecognizeResponse;
type Asked = protos.google.cloud.speech.v1.IRecognizeRequest;

/** What it does with a recording. */
export type GoogleAnswer =
  | Results
  | { readonly code: status; readonly message: string }
  /** Never says a word. */
  | 'nothing'
  | 'reset';

/** Google Cloud Speech v1 by its own protocol, over gRPC on this machine. */
export class GoogleSpeechServer {
  readonly asked: (Asked & { readonly way: 'recognize' | 'long-running' })[] = [];
  /** How often it is asked for a long one before that is done. */
  polls = 2;
  /** Whether a call that it never answers was given up by its caller. */
  readonly cancelled: Promise<void>;
  private readonly answers: GoogleAnswer[] = [];
  private onCancelled: () => void = () => undefined;

  private constructor(
    private readonly server: Server,
    readonly port: number,
  ) {
    this.cancelled = new Promise((resolve) => (this.onCancelled = resolve));
  }

  static async start(): Promise<GoogleSpeechServer> {
    const server = new Server();
    const port = await new Promise<number>((resolve, reject) => {
      server.bindAsync('127.0.0.1:0', ServerCredentials.createInsecure(), (error, bound) =>
        error ? reject(error) : resolve(bound),
      );
    });
    const speech = new GoogleSpeechServer(server, port);
    speech.serve();
    return speech;
  }

  /** Google's real client, which speaks to this server without TLS. */
  client(): Promise<SpeechClient> {
    return Promise.resolve(
      new SpeechClient({
        ...CLIENT_OPTIONS,
        // As a key file would say it; without any the library asks the network whose machine this is.
        credentials: { client_email: 'test@example.org', private_key: 'none', universe_domain: 'googleapis.com' },
        apiEndpoint: '127.0.0.1',
        port: this.port,
        sslCreds: credentials.createInsecure(),
      }),
    );
  }

  says(...answers: GoogleAnswer[]): void {
    this.answers.push(...answers);
  }

  stop(): void {
    this.server.forceShutdown();
  }

  private serve(): void {
    const require = createRequire(import.meta.url);
    const root = loadPackageDefinition(
      fromJSON(require('@google-cloud/speech/build/protos/protos.json') as Parameters<typeof fromJSON>[0], {
        defaults: true,
        enums: String,
      }),
    ) as unknown as {
      google: {
        cloud: { speech: { v1: { Speech: ServiceClientConstructor } } };
        longrunning: { Operations: ServiceClientConstructor };
      };
    };
    const recognize: handleUnaryCall<Asked, unknown> = (call, callback) => {
      this.asked.push({ way: 'recognize', ...call.request });
      const answer = this.take();
      if (answer === 'nothing') return void call.on('cancelled', this.onCancelled);
      if (answer === 'reset') return this.stop();
      if ('code' in answer) return callback({ ...answer, metadata: new Metadata() });
      callback(null, answer);
    };
    const longRunningRecognize: handleUnaryCall<Asked, unknown> = (call, callback) => {
      this.asked.push({ way: 'long-running', ...call.request });
      callback(null, { name: 'operation-7', done: false });
    };
    const getOperation: handleUnaryCall<{ name: string }, unknown> = (call, callback) => {
      const { name } = call.request;
      this.polls -= 1;
      if (this.polls > 0) return callback(null, { name, done: false });
      const answer = this.take();
      if (typeof answer === 'string') return void call.on('cancelled', this.onCancelled);
      if ('code' in answer) return callback(null, { name, done: true, error: answer });
      const response = {
        type_url: 'type.googleapis.com/google.cloud.speech.v1.LongRunningRecognizeResponse',
        value: LongRunningRecognizeResponse.encode(answer).finish(),
      };
      callback(null, { name, done: true, response });
    };
    const { cloud, longrunning } = root.google;
    this.server.addService(cloud.speech.v1.Speech.service, {
      Recognize: recognize,
      LongRunningRecognize: longRunningRecognize,
    });
    this.server.addService(longrunning.Operations.service, { GetOperation: getOperation });
  }

  private take(): GoogleAnswer {
    const answer = this.answers.shift();
    if (!answer) throw new Error('It was not told what to say.');
    return answer;
  }
}
