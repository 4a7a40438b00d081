package org.tegata.rules.en16931;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A code list as one release of EN 16931's rules has it; read when it is first asked. */
final class CodeList {

    private final String file;
    private final String title;
    private final En16931Version version;
    private volatile @Nullable Set<String> codes;

    /**
     * The list in a file of {@code codes/}.
     *
     * @param title what it is called, in any language
     */
    CodeList(String file, String title, En16931Version version) {
        this.file = file;
        this.title = title;
        this.version = version;
    }

    String title() {
        return title;
    }

    /** Whether the text, without white space at its ends, is a code; an empty one is none. */
    boolean has(@Nullable String text) {
        return text != null && codes().contains(StructureText.normalized(text));
    }

    /** Whether the text is a code exactly as it is written. */
    boolean hasExactly(@Nullable String text) {
        return text != null && codes().contains(text);
    }

    Set<String> codes() {
        var known = codes;
        if (known == null) {
            known = read();
            codes = known;
        }
        return known;
    }

    private Set<String> read() {
        var read = new HashSet<String>();
        for (var cells : StructureTable.read("codes/" + file + ".tsv")) {
            if (cells.length == 1
                    || StructureTable.inForce(
                            version, StructureTable.release(cells[1]), StructureTable.release(cells[2]))) {
                read.add(cells[0]);
            }
        }
        return read;
    }
}
