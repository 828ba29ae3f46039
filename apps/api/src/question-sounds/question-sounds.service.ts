import { randomUUID } from 'node:crypto';
import { MAX_QUESTION_SOUND_BYTES } from '@ieum/api-contract';
import { Injectable } from '@nestjs/common';
import { questionNotFound } from '../questions/questions.errors';
import { QuestionsService } from '../questions/questions.service';
import { readBytes } from '../recordings/read-bytes';
import { type ByteRange, ObjectStore, sha256Of, type StoredObject } from '../storage/object-store';
import { badSound, soundNotFound } from './question-sounds.errors';
import { QuestionSoundsRepository, type SoundRecord } from './question-sounds.repository';
import { soundKey } from './sound-keys';
import { soundTypeOf } from './sound-type-of';

/** Questions as somebody speaks them, in the place of the browser's voice. */
@Injectable()
export class QuestionSoundsService {
  constructor(
    private readonly repository: QuestionSoundsRepository,
    private readonly questions: QuestionsService,
    private readonly store: ObjectStore,
  ) {}

  /** @throws DomainError `questions/not-found` also where nobody has spoken it */
  async find(questionId: string): Promise<SoundRecord> {
    const sound = await this.repository.find(questionId);
    if (!sound) throw soundNotFound();
    return sound;
  }

  /** Its bytes, or a part of them. */
  async open({ id }: SoundRecord, range: ByteRange | undefined): Promise<StoredObject> {
    const object = await this.store.get(soundKey(id), range);
    if (!object) throw soundNotFound();
    return object;
  }

  /** From now on the question is heard so. @throws DomainError `questions/bad-sound`, `request/too-large` */
  async set(questionId: string, body: unknown): Promise<void> {
    await this.questions.get(questionId);
    const content = await readBytes(body, MAX_QUESTION_SOUND_BYTES, badSound);
    const contentType = soundTypeOf(content);
    if (!contentType) throw badSound();
    const sound = { id: randomUUID(), contentType, bytes: content.byteLength, sha256: sha256Of(content) };
    await this.repository.announce(sound.id);
    await this.store.put(soundKey(sound.id), content, sound);
    if (!(await this.repository.keep(questionId, sound))) throw questionNotFound();
  }

  /** The browser's voice reads it again. */
  async remove(questionId: string): Promise<void> {
    if (!(await this.repository.remove(questionId))) throw soundNotFound();
  }
}
