package org.tegata.rules.uncefact;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tegata.rules.rule.CodeFile;

/** The codes of a list, read once from a {@link CodeFile} beside this class. */
final class CodeList {

    private final Set<String> codes;

    private CodeList(Set<String> codes) {
        this.codes = codes;
    }

    static CodeList read(String file) {
        return new CodeList(CodeFile.read(CodeList.class, file));
    }

    static CodeList of(String codes) {
        return new CodeList(Set.of(codes.split(" ")));
    }

    /** Whether it has this code; blanks around it do not count. */
    boolean has(@Nullable String code) {
        return code != null && codes.contains(code.strip());
    }
}
