package org.tegata.rules.en16931;

import org.tegata.rules.document.Path;
import org.tegata.rules.rule.Context;
import org.tegata.rules.rule.Rule;
import org.tegata.rules.rule.Wording;

/** The plainest demand: something must be there. */
final class Required {

    private Required() {}

    /** The element must be there, whatever it contains. */
    static Rule<Totals> present(Context<Totals> context, String id, String path, String en, String ja) {
        Path required = Path.of(path);
        return context.error(id)
                .says(() -> new Wording(en + " is missing.", ja + "がありません。"))
                .hint(() -> new Wording("Add " + path + ".", path + " を追加してください。"))
                .holds(required::existsIn);
    }

    /** The element must be there and hold more than white space. */
    static Rule<Totals> filled(Context<Totals> context, String id, String path, String en, String ja) {
        Path required = Path.of(path);
        return context.error(id)
                .says(() -> new Wording(en + " is missing or empty.", ja + "がないか、空です。"))
                .hint(() -> new Wording("Add " + path + " with its value.", path + " に値を入れてください。"))
                .holds(required::filledIn);
    }
}
