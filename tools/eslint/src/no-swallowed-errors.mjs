const FUNCTIONS = new Set(['ArrowFunctionExpression', 'FunctionExpression']);
const WRAPPERS = new Set(['TSAsExpression', 'TSNonNullExpression', 'TSSatisfiesExpression', 'TSTypeAssertion']);

const unwrap = (node) => (WRAPPERS.has(node?.type) ? unwrap(node.expression) : node);

function isNothing(node) {
  const value = unwrap(node);
  if (value === null || value === undefined) return true;
  if (value.type === 'Identifier') return value.name === 'undefined';
  if (value.type === 'UnaryExpression') return value.operator === 'void' && value.argument.type === 'Literal';
  return value.type === 'Literal' && value.value === null && !value.regex && !value.bigint;
}

function doesNothing(callback) {
  const handler = unwrap(callback);
  if (!FUNCTIONS.has(handler?.type)) return false;
  if (handler.body.type !== 'BlockStatement') return isNothing(handler.body);
  return handler.body.body.every((statement) => statement.type === 'ReturnStatement' && isNothing(statement.argument));
}

/** Where a promise method takes its rejection handler. */
const HANDLER_AT = { catch: 0, then: 1 };

export const noSwallowedErrors = {
  meta: {
    type: 'problem',
    docs: { description: 'an error is handled, passed on or logged, never dropped' },
    messages: { swallowed: 'This drops the error. Handle it, pass it on as a cause, or log it.' },
    schema: [],
  },
  create(context) {
    return {
      CatchClause(node) {
        if (node.body.body.length === 0) context.report({ node, messageId: 'swallowed' });
      },
      CallExpression(node) {
        const { property, computed } = node.callee;
        const position = property === undefined || computed ? undefined : HANDLER_AT[property.name];
        const handler = position === undefined ? undefined : node.arguments[position];
        if (doesNothing(handler)) context.report({ node: handler, messageId: 'swallowed' });
      },
    };
  },
};
