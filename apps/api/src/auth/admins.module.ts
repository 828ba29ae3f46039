import { Module } from '@nestjs/common';
import { UsersModule } from '../users/users.module';
import { AdminsService } from './admins.service';
import { SessionsRepository } from './sessions.repository';

@Module({ imports: [UsersModule], providers: [AdminsService, SessionsRepository] })
export class AdminsModule {}
