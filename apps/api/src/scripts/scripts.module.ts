import { Module } from '@nestjs/common';
import { QuestionsModule } from '../questions/questions.module';
import { DefaultScriptPolicy, ScriptLimit, ScriptPolicy } from './script-limit';
import { ScriptsController } from './scripts.controller';
import { ScriptsRepository } from './scripts.repository';
import { ScriptsService } from './scripts.service';

@Module({
  imports: [QuestionsModule],
  controllers: [ScriptsController],
  providers: [ScriptsService, ScriptsRepository, ScriptLimit, { provide: ScriptPolicy, useClass: DefaultScriptPolicy }],
  exports: [ScriptsService],
})
export class ScriptsModule {}
