export { serveInspector } from './inspect/serve-inspector';
export type { InspectorScope } from './inspect/serve-inspector';
