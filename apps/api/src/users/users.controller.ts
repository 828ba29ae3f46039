import { UpdateUserRequest, User } from '@ieum/api-contract';
import { Body, Controller, Patch } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { AuthUser } from '../auth/auth-user';
import { CurrentUser } from '../auth/current-user.decorator';
import { Answers } from '../common/answers.decorator';
import { toUser, UsersService } from './users.service';

@ApiTags('users')
@Controller('users')
export class UsersController {
  constructor(private readonly users: UsersService) {}

  /** New roles are in the next access token: refresh after changing what you want. */
  @Patch('me')
  @Answers(200, User)
  async update(
    @CurrentUser() user: AuthUser,
    @Body({ schema: UpdateUserRequest }) body: UpdateUserRequest,
  ): Promise<User> {
    return toUser(await this.users.update(user.id, body));
  }
}
