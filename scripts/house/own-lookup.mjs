/**
 * Lint rule: a table that is looked up by a word of a file, a cell or a request is asked for its own entries only.
 * `TABLE[word]` finds what every object inherits: under «constructor» a function, under «__proto__» an object.
 * Words out of a closed list (a union of literals) and tables that are arrays or Maps are left alone.
 */
import ts from "typescript";

const isOpen = (type) =>
  type.isUnion() ? type.types.some(isOpen) : (type.flags & ts.TypeFlags.String) !== 0;

export default {
  meta: {
    type: "problem",
    schema: [],
    messages: { inherited: "«{{word}}» may be inherited by every object: look it up by own(table, word)" },
  },
  create(context) {
    const { program, esTreeNodeToTSNodeMap } = context.sourceCode.parserServices;
    const checker = program.getTypeChecker();
    return {
      "MemberExpression[computed=true]"(node) {
        const { parent } = node;
        if (parent.type === "AssignmentExpression" && parent.left === node) return;
        const { expression, argumentExpression } = esTreeNodeToTSNodeMap.get(node);
        if (!isOpen(checker.getTypeAtLocation(argumentExpression))) return;
        const table = checker.getNonNullableType(checker.getTypeAtLocation(expression));
        if (table.getStringIndexType() === undefined) return;
        context.report({ node, messageId: "inherited", data: { word: argumentExpression.getText() } });
      },
    };
  },
};
