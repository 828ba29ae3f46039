import { type DynamicModule, Module } from '@nestjs/common';
import { AdminModule } from './admin/admin.module';
import { AuthModule } from './auth/auth.module';
import { CallsModule } from './calls/calls.module';
import { CarriedPracticeModule } from './carried-practice/carried-practice.module';
import { ClusterModule } from './cluster/cluster.module';
import { ClockModule } from './common/clock.module';
import { ConfigModule } from './config/config.module';
import { ConsultsModule } from './consults/consults.module';
import { DatabaseModule } from './database/database.module';
import type { OpenGround } from './database/ground';
import { DocumentsModule } from './documents/documents.module';
import { ExamsModule } from './exams/exams.module';
import { FeedbackModule } from './feedback/feedback.module';
import { HealthModule } from './health/health.module';
import { MentorsModule } from './mentors/mentors.module';
import { MetricsModule } from './metrics/metrics.module';
import { RecordingsModule } from './recordings/recordings.module';
import { PersonalDataModule } from './personal-data/personal-data.module';
import { PracticeProgressModule } from './practice-progress/practice-progress.module';
import { QuestionSoundsModule } from './question-sounds/question-sounds.module';
import { QuestionsModule } from './questions/questions.module';
import { RetentionModule } from './retention/retention.module';
import { RoomsModule } from './rooms/rooms.module';
import { ScriptsModule } from './scripts/scripts.module';
import { SignalingModule } from './signaling/signaling.module';
import { StorageModule } from './storage/storage.module';
import { StudyModule } from './study/study.module';
import { TranscriptsModule } from './transcripts/transcripts.module';
import { UsersModule } from './users/users.module';
import { WrittenFeedbackModule } from './written-feedback/written-feedback.module';

/** What the application stands on: opened before it, closed after it. */
export type Ground = Pick<OpenGround, 'config' | 'jwtSecret' | 'dataSource'>;

@Module({})
export class AppModule {
  static on({ config, jwtSecret, dataSource }: Ground): DynamicModule {
    return {
      module: AppModule,
      imports: [
        ConfigModule.with(config, jwtSecret),
        DatabaseModule.with(dataSource),
        StorageModule.with(config.objects),
        ClusterModule.bySettings(),
        ClockModule,
        HealthModule,
        AuthModule,
        UsersModule,
        MentorsModule,
        ConsultsModule,
        RoomsModule,
        FeedbackModule,
        DocumentsModule,
        StudyModule,
        QuestionsModule,
        ScriptsModule,
        RecordingsModule,
        TranscriptsModule,
        CarriedPracticeModule,
        ExamsModule,
        WrittenFeedbackModule,
        PracticeProgressModule,
        QuestionSoundsModule,
        CallsModule,
        AdminModule,
        MetricsModule,
        PersonalDataModule,
        RetentionModule,
        SignalingModule,
      ],
    };
  }
}
