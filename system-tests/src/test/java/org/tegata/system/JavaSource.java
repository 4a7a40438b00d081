package org.tegata.system;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/**
 * One Java file as the JDK's own parser sees it, so that no rule here depends on how a line happens to be broken.
 *
 * @param path the file
 * @param packageName its package
 * @param imports what it imports, wildcards included
 * @param types the types it declares, nested ones included
 * @param methods the methods and constructors with a body
 * @param signatures the methods without a body, as interfaces have them
 * @param strings the string literals
 */
record JavaSource(
        Path path,
        String packageName,
        List<String> imports,
        List<Type> types,
        List<Method> methods,
        List<Signature> signatures,
        List<Literal> strings) {

    /** A declared type. */
    record Type(String name, int line, boolean isPublic, boolean topLevel, boolean documented) {}

    /** A method body, from its opening to its closing brace. */
    record Method(String name, int line, int bodyLines) {}

    /** A method without a body. */
    record Signature(String owner, String returnType, String name) {}

    /** A string in the code. */
    record Literal(String value, int line) {}

    String name() {
        return Workspace.name(path);
    }

    boolean isTest() {
        return name().contains("/src/test/");
    }

    /** Every Java file of the tree; nothing is resolved or compiled, so no class path is needed. */
    static List<JavaSource> all() {
        return Parsed.SOURCES;
    }

    /** Read once for all tests. */
    private static final class Parsed {
        private static final List<JavaSource> SOURCES = parse();
    }

    private static List<JavaSource> parse() {
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var files = compiler.getStandardFileManager(null, null, null)) {
            var task = (JavacTask) compiler.getTask(
                    null,
                    files,
                    diagnostic -> {},
                    List.of("-proc:none"),
                    null,
                    files.getJavaFileObjectsFromPaths(Workspace.files(".java")));
            var docs = DocTrees.instance(task);
            var sources = new ArrayList<JavaSource>();
            for (CompilationUnitTree unit : task.parse()) {
                sources.add(new Reader(unit, docs).read());
            }
            return List.copyOf(sources);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Reader extends TreePathScanner<@Nullable Void, @Nullable Void> {
        private final CompilationUnitTree unit;
        private final DocTrees docs;
        private final List<String> imports = new ArrayList<>();
        private final List<Type> types = new ArrayList<>();
        private final List<Method> methods = new ArrayList<>();
        private final List<Signature> signatures = new ArrayList<>();
        private final List<Literal> strings = new ArrayList<>();

        Reader(CompilationUnitTree unit, DocTrees docs) {
            this.unit = unit;
            this.docs = docs;
        }

        JavaSource read() {
            scan(unit, null);
            var packageName = unit.getPackageName();
            return new JavaSource(
                    Path.of(unit.getSourceFile().toUri()),
                    packageName == null ? "" : packageName.toString(),
                    List.copyOf(imports),
                    List.copyOf(types),
                    List.copyOf(methods),
                    List.copyOf(signatures),
                    List.copyOf(strings));
        }

        @Override
        public @Nullable Void visitImport(ImportTree tree, @Nullable Void nothing) {
            imports.add(tree.getQualifiedIdentifier().toString());
            return super.visitImport(tree, nothing);
        }

        @Override
        public @Nullable Void visitClass(ClassTree tree, @Nullable Void nothing) {
            if (!tree.getSimpleName().isEmpty()) {
                types.add(new Type(
                        tree.getSimpleName().toString(),
                        lineAt(start(tree)),
                        tree.getModifiers().getFlags().contains(Modifier.PUBLIC),
                        getCurrentPath().getParentPath().getLeaf() == unit,
                        docs.getDocComment(getCurrentPath()) != null));
            }
            return super.visitClass(tree, nothing);
        }

        @Override
        public @Nullable Void visitMethod(MethodTree tree, @Nullable Void nothing) {
            var body = tree.getBody();
            if (body != null && start(body) >= 0) {
                int first = lineAt(start(body));
                int last = lineAt(docs.getSourcePositions().getEndPosition(unit, body));
                methods.add(new Method(tree.getName().toString(), first, last - first + 1));
            }
            if (body == null && getCurrentPath().getParentPath().getLeaf() instanceof ClassTree owner) {
                signatures.add(new Signature(
                        owner.getSimpleName().toString(),
                        String.valueOf(tree.getReturnType()),
                        tree.getName().toString()));
            }
            return super.visitMethod(tree, nothing);
        }

        @Override
        public @Nullable Void visitLiteral(LiteralTree tree, @Nullable Void nothing) {
            if (tree.getKind() == Tree.Kind.STRING_LITERAL) {
                strings.add(new Literal((String) tree.getValue(), lineAt(start(tree))));
            }
            return super.visitLiteral(tree, nothing);
        }

        private long start(Tree tree) {
            return docs.getSourcePositions().getStartPosition(unit, tree);
        }

        private int lineAt(long position) {
            return (int) unit.getLineMap().getLineNumber(position);
        }
    }
}
