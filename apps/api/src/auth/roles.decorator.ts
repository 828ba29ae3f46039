import type { Role } from '@ieum/api-contract';
import { Reflector } from '@nestjs/core';

/** The role that a route asks of its caller. */
export const Roles = Reflector.createDecorator<Role>();
