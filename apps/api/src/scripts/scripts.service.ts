import type {
  SaveCorrectedRequest,
  SaveScriptRequest,
  Script,
  ScriptListQuery,
  ScriptListResponse,
  ScriptVersion,
} from '@ieum/api-contract';
import { Injectable } from '@nestjs/common';
import { decodeCursor, encodeCursor } from '../common/page-cursor';
import { violatedUniqueConstraint } from '../database/unique-violation';
import { QuestionsService } from '../questions/questions.service';
import { type ScriptRecord, toScript, toSummary } from './script.record';
import { anotherIsThere, scriptNotFound, staleRevision, tooManyVersions, versionNotFound } from './scripts.errors';
import { ScriptsRepository } from './scripts.repository';

/** What learners write for one question each, as they edit it. */
@Injectable()
export class ScriptsService {
  constructor(
    private readonly repository: ScriptsRepository,
    private readonly questions: QuestionsService,
  ) {}

  async list(userId: string, query: ScriptListQuery): Promise<ScriptListResponse> {
    const found = await this.repository.list(userId, query, query.cursor ? decodeCursor(query.cursor) : undefined);
    const page = found.slice(0, query.limit);
    const last = page.at(-1);
    const nextCursor =
      last && found.length > page.length ? encodeCursor({ createdAt: last.updatedAt, id: last.id }) : null;
    return { items: page.map(toSummary), nextCursor };
  }

  async get(userId: string, id: string): Promise<Script> {
    return toScript(await this.find(userId, id));
  }

  /** `null`: there is none yet. @throws DomainError `questions/not-found` */
  async ofQuestion(userId: string, questionId: string): Promise<Script | null> {
    const script = await this.repository.ofQuestion(userId, questionId);
    if (script) return toScript(script);
    await this.questions.get(questionId);
    return null;
  }

  /** @throws DomainError `scripts/stale-revision` */
  async save(userId: string, questionId: string, { revision, text }: SaveScriptRequest): Promise<Script> {
    const saved = await this.repository.save(userId, questionId, revision, text);
    if (saved) return toScript(saved);
    await this.questions.get(questionId);
    throw staleRevision();
  }

  /** Deleting twice is deleting once. */
  async delete(userId: string, id: string): Promise<Script> {
    const deleted = await this.repository.setDeleted(userId, id, true);
    return toScript(deleted ?? (await this.find(userId, id)));
  }

  /** @throws DomainError `scripts/another-is-there` when its question has a new one by now */
  async restore(userId: string, id: string): Promise<Script> {
    try {
      const restored = await this.repository.setDeleted(userId, id, false);
      return toScript(restored ?? (await this.find(userId, id)));
    } catch (error) {
      if (violatedUniqueConstraint(error) === 'scripts_one_each') throw anotherIsThere();
      throw error;
    }
  }

  async versions(userId: string, id: string): Promise<ScriptVersion[]> {
    await this.find(userId, id);
    const versions = await this.repository.versions(userId, id);
    return versions.map((version) => ({ ...version, createdAt: version.createdAt.toISOString() }));
  }

  async keepVersion(userId: string, id: string): Promise<ScriptVersion[]> {
    const { deletedAt } = await this.find(userId, id);
    if (deletedAt) throw scriptNotFound();
    if (!(await this.repository.keepVersion(userId, id))) throw tooManyVersions();
    return this.versions(userId, id);
  }

  async restoreVersion(userId: string, id: string, number: number): Promise<Script> {
    const versions = await this.versions(userId, id);
    if (!versions.some((version) => version.number === number)) throw versionNotFound();
    const restored = await this.repository.restoreVersion(userId, id, number);
    if (restored) return toScript(restored);
    // Deleted meanwhile, or there is no room for what would be kept.
    const left = await this.versions(userId, id);
    throw left.some((version) => version.number === number) ? tooManyVersions() : versionNotFound();
  }

  /** For good. @throws DomainError `scripts/not-found` */
  async deleteVersion(userId: string, id: string, number: number): Promise<ScriptVersion[]> {
    if (!(await this.repository.deleteVersion(userId, id, number))) throw versionNotFound();
    return this.versions(userId, id);
  }

  /** What a mentor corrected in it. @throws DomainError `scripts/stale-revision`, `scripts/too-many-versions` */
  async correct(userId: string, id: string, { revision, text }: SaveCorrectedRequest): Promise<Script> {
    const corrected = await this.repository.correct(userId, id, revision, text);
    if (corrected === 'not-found') throw scriptNotFound();
    if (corrected === 'stale') throw staleRevision();
    if (corrected === 'no-room') throw tooManyVersions();
    return toScript(corrected);
  }

  private async find(userId: string, id: string): Promise<ScriptRecord> {
    const script = await this.repository.find(userId, id);
    if (!script) throw scriptNotFound();
    return script;
  }
}
