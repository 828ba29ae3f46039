import { Module } from '@nestjs/common';
import { AuthModule } from '../auth/auth.module';
import { ConsultsModule } from '../consults/consults.module';
import { DocumentsModule } from '../documents/documents.module';
import { UsersModule } from '../users/users.module';
import { ErasureRepository } from './erasure.repository';
import { ErasureService } from './erasure.service';
import { ExportLimit } from './export-limit';
import { ExportRepository } from './export.repository';
import { ExportService } from './export.service';
import { PersonalDataController } from './personal-data.controller';

@Module({
  imports: [AuthModule, UsersModule, ConsultsModule, DocumentsModule],
  controllers: [PersonalDataController],
  providers: [ErasureService, ErasureRepository, ExportService, ExportRepository, ExportLimit],
})
export class PersonalDataModule {}
