import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { JwtModule } from '@nestjs/jwt';
import { JwtSecret } from '../config/jwt-secret';
import { UsersModule } from '../users/users.module';
import { AccessGuard } from './access.guard';
import { AccessTokens, jwtOptions } from './access-tokens';
import { AttemptLimits, AttemptPolicy, DefaultAttemptPolicy } from './attempt-limits';
import { AuthController } from './auth.controller';
import { AuthService } from './auth.service';
import { EndedSessions } from './ended-sessions';
import { Passwords } from './passwords';
import { SessionEvents } from './session-events';
import { SessionSweeper } from './session-sweeper.service';
import { SessionsRepository } from './sessions.repository';

@Module({
  imports: [
    UsersModule,
    JwtModule.registerAsync({ inject: [JwtSecret], useFactory: ({ value }: JwtSecret) => jwtOptions(value) }),
  ],
  controllers: [AuthController],
  providers: [
    AuthService,
    AccessTokens,
    EndedSessions,
    Passwords,
    SessionEvents,
    SessionsRepository,
    SessionSweeper,
    AttemptLimits,
    { provide: AttemptPolicy, useClass: DefaultAttemptPolicy },
    { provide: APP_GUARD, useClass: AccessGuard },
  ],
  exports: [AccessTokens, SessionEvents, Passwords, AttemptLimits],
})
export class AuthModule {}
