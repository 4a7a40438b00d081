package org.tegata.rules.schema;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import org.tegata.rules.document.Name;

/** One release's schema as tables. */
public final class SchemaTables {

    private final Release release;
    private final Name rootName;
    private final int rootType;
    private final List<ElementType> types;

    SchemaTables(Release release, Name rootName, int rootType, List<ElementType> types) {
        this.release = release;
        this.rootName = rootName;
        this.rootType = rootType;
        this.types = List.copyOf(types);
    }

    /** The tables of a release, read once. */
    public static SchemaTables of(Release release) {
        return switch (release) {
            case D16B -> D16B.TABLES;
            case D22B -> D22B.TABLES;
        };
    }

    public Release release() {
        return release;
    }

    public Name rootName() {
        return rootName;
    }

    public int rootType() {
        return rootType;
    }

    /** Every type that a document can have; the first is not special. */
    public List<ElementType> types() {
        return types;
    }

    /** The file of a release's tables, beside this class. */
    static String fileName(Release release) {
        return release.name().toLowerCase(Locale.ROOT) + ".tables";
    }

    private static SchemaTables load(Release release) {
        try (var file = SchemaTables.class.getResourceAsStream(fileName(release))) {
            if (file == null) {
                throw new IllegalStateException(
                        fileName(release) + " is missing: SchemaCompiler makes it in the build");
            }
            return TableReader.read(release, file.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Read when first asked for. */
    private static final class D16B {
        static final SchemaTables TABLES = load(Release.D16B);
    }

    /** Read when first asked for. */
    private static final class D22B {
        static final SchemaTables TABLES = load(Release.D22B);
    }
}
