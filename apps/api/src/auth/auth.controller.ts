import {
  ChangePasswordRequest,
  LoginRequest,
  RegisterRequest,
  Session,
  SignedInSessions,
  User,
} from '@ieum/api-contract';
import { Body, Controller, Delete, Get, HttpCode, Param, Post, Req, Res, UseGuards } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { Answers } from '../common/answers.decorator';
import { toUser, UsersService } from '../users/users.service';
import { AttemptLimits } from './attempt-limits';
import { AuthService, type SignedIn } from './auth.service';
import type { AuthUser } from './auth-user';
import { CurrentUser } from './current-user.decorator';
import { Public } from './public.decorator';
import { clearRefreshCookie, findRefreshCookie, readRefreshCookie, setRefreshCookie } from './refresh-cookie';
import { SameOriginGuard } from './same-origin.guard';

const SessionParams = z.object({ sessionId: z.uuid() });

@ApiTags('auth')
@Controller('auth')
@UseGuards(SameOriginGuard)
export class AuthController {
  constructor(
    private readonly auth: AuthService,
    private readonly users: UsersService,
    private readonly limits: AttemptLimits,
  ) {}

  @Public()
  @Post('register')
  @Answers(201, Session)
  async register(
    @Body({ schema: RegisterRequest }) body: RegisterRequest,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Session> {
    this.limits.spend(request.ip, body.email);
    return this.signedIn(request, reply, await this.auth.register(body, userAgentOf(request)));
  }

  @Public()
  @Post('login')
  @Answers(200, Session)
  async login(
    @Body({ schema: LoginRequest }) body: LoginRequest,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Session> {
    this.limits.spend(request.ip, body.email);
    return this.signedIn(request, reply, await this.auth.login(body, userAgentOf(request)));
  }

  @Public()
  @Post('refresh')
  @Answers(200, Session)
  async refresh(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<Session> {
    return this.signedIn(request, reply, await this.auth.refresh(readRefreshCookie(request)));
  }

  @Public()
  @Post('logout')
  @HttpCode(204)
  async logout(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    const token = findRefreshCookie(request);
    if (token) await this.auth.logout(token);
    clearRefreshCookie(request, reply);
  }

  @Get('me')
  @Answers(200, User)
  async me(@CurrentUser() user: AuthUser): Promise<User> {
    return toUser(await this.users.findById(user.id));
  }

  @Post('password')
  @HttpCode(204)
  async changePassword(
    @CurrentUser() user: AuthUser,
    @Body({ schema: ChangePasswordRequest }) body: ChangePasswordRequest,
    @Req() request: FastifyRequest,
  ): Promise<void> {
    this.limits.spend(request.ip, user.id);
    await this.auth.changePassword(user, body);
  }

  @Get('sessions')
  @Answers(200, SignedInSessions)
  sessions(@CurrentUser() user: AuthUser): Promise<SignedInSessions> {
    return this.auth.listSessions(user);
  }

  @Delete('sessions/:sessionId')
  @HttpCode(204)
  endSession(
    @CurrentUser() user: AuthUser,
    @Param({ schema: SessionParams }) { sessionId }: z.infer<typeof SessionParams>,
  ): Promise<void> {
    return this.auth.endSession(user, sessionId);
  }

  private signedIn(request: FastifyRequest, reply: FastifyReply, { session, refreshToken }: SignedIn): Session {
    setRefreshCookie(request, reply, refreshToken);
    return session;
  }
}

function userAgentOf(request: FastifyRequest): string {
  return request.headers['user-agent'] ?? '';
}
