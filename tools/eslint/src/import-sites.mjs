const literal = (node) => {
  if (node?.type === 'Literal' && typeof node.value === 'string') return node.value;
  if (node?.type === 'TemplateLiteral' && node.expressions.length === 0) return node.quasis[0].value.cooked;
  return undefined;
};

const CALLS_THAT_LOAD = new Set(['require', 'require.resolve', 'import.meta.resolve', 'import.meta.glob']);

function calleeName(node) {
  if (node.type === 'Identifier') return node.name;
  if (node.type === 'MetaProperty') return `${node.meta.name}.${node.property.name}`;
  if (node.type === 'MemberExpression' && node.property.type === 'Identifier') {
    return `${calleeName(node.object)}.${node.property.name}`;
  }
  return '';
}

function argumentsOf(node) {
  const first = node.arguments[0];
  return first?.type === 'ArrayExpression' ? first.elements : [first];
}

/**
 * ESLint visitors that call `visit(node, specifier)` for everything that makes one file depend on another. The specifier is
 * undefined where it is computed at run time.
 */
export function importSites(visit) {
  const withSource = (node) => {
    if (node.source) visit(node.source, literal(node.source));
  };
  return {
    ImportDeclaration: withSource,
    ExportNamedDeclaration: withSource,
    ExportAllDeclaration: withSource,
    ImportExpression: withSource,
    TSImportType: withSource,
    TSExternalModuleReference: (node) => visit(node.expression, literal(node.expression)),
    CallExpression(node) {
      if (!CALLS_THAT_LOAD.has(calleeName(node.callee))) return;
      for (const argument of argumentsOf(node)) visit(argument ?? node, literal(argument));
    },
  };
}
