import { applyDecorators } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { ApiSecurity } from '@nestjs/swagger';

export const IsPublic = Reflector.createDecorator<true>();

/** A route that needs no access token; OpenAPI says so as well. */
export const Public = () => applyDecorators(IsPublic(true), ApiSecurity({}));
