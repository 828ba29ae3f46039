import { fileURLToPath } from 'node:url';
import { addStudents } from '../ground/people.mjs';
import { addScripts, RARE_WORD } from '../ground/scripts.mjs';
import { onStage } from '../processes/stage.mjs';
import { atMost, toResult } from '../report/result.mjs';
import { median } from '../report/statistics.mjs';
import { inTurns, withLoad } from './sides.mjs';

const BARE_SCRIPTS = fileURLToPath(new URL('../servers/bare-scripts.mjs', import.meta.url));

const SCRIPTS = 5000;
const ROUNDS = 9;
const WARM_UPS = 3;

export const scriptLibraryRow = {
  id: 'P1',
  needsGround: true,
  run: (ground) =>
    onStage(async (stage) => {
      const [student] = await addStudents(ground.database, 1);
      const scriptId = await addScripts(ground.database, student, SCRIPTS);
      await ground.database.query('VACUUM ANALYZE scripts, questions, recordings');
      const env = { DATABASE_URL: ground.database.url, USER_ID: student };
      const sides = {
        ours: withLoad(stage, await ground.startProduct(stage)),
        baseline: withLoad(stage, await ground.startBaseline(stage, BARE_SCRIPTS, env)),
      };
      const headers = { authorization: `Bearer ${ground.tokenFor(student, ['student'])}` };
      const cases = [
        { id: 'P1', name: 'the first 20 scripts of 5,000, ms', path: '/api/scripts?limit=20', count: 150 },
        {
          id: 'P1-search',
          name: 'the three scripts of 5,000 that have a word, ms',
          path: `/api/scripts?limit=20&q=${RARE_WORD}`,
          count: 30,
        },
        { id: 'P1-open', name: 'one script of 5,000, ms', path: `/api/scripts/${scriptId}`, count: 150 },
      ];
      const results = [];
      for (const { id, name, path, count } of cases) {
        const samples = await inTurns(ROUNDS, WARM_UPS, async (side) => {
          const { url, load } = sides[side];
          return median(await load.ask('http-one-by-one', { url, path, headers, count }));
        });
        results.push(toResult({ id, name, ...samples, goal: atMost(1.2) }));
      }
      return results;
    }),
};
