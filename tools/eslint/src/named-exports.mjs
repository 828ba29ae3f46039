export const namedExports = {
  meta: {
    type: 'problem',
    docs: { description: 'a thing has one name everywhere: no default exports' },
    messages: { named: 'Export it by its name: default exports are for tools that demand one.' },
    schema: [],
  },
  create(context) {
    const report = (node) => context.report({ node, messageId: 'named' });
    return {
      ExportDefaultDeclaration: report,
      TSExportAssignment: report,
      ExportSpecifier(node) {
        if ((node.exported.name ?? node.exported.value) === 'default') report(node);
      },
    };
  },
};
