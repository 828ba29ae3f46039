import { acceptRow } from './a1-accept.mjs';
import { firstFrameRow } from './c1-first-frame.mjs';
import { healingRow } from './c2-healing.mjs';
import { longCallRow } from './c3-long-call.mjs';
import { echoRow } from './d1-echo.mjs';
import { typingRow } from './d2-typing.mjs';
import { joinRow } from './d3-join.mjs';
import { boardRow } from './d4-board.mjs';
import { libraryRow } from './l1-library.mjs';
import { scriptLibraryRow } from './p1-scripts.mjs';
import { listRow } from './r1-list.mjs';
import { loginRow } from './r3-login.mjs';
import { relayRow } from './s1-relay.mjs';
import { memoryRow } from './s3-memory.mjs';
import { connectsRow } from './s4-connects.mjs';
import { liveListRow } from './s5-live-list.mjs';
import { nodesRow } from './s6-nodes.mjs';
import { scriptsRow } from './w1-scripts.mjs';

/** Every row of the table, in its order. */
export const rows = [
  relayRow,
  memoryRow,
  connectsRow,
  liveListRow,
  nodesRow,
  acceptRow,
  listRow,
  scriptLibraryRow,
  loginRow,
  scriptsRow,
  libraryRow,
  firstFrameRow,
  healingRow,
  longCallRow,
  echoRow,
  typingRow,
  joinRow,
  boardRow,
];
