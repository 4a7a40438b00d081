package org.tegata.rules.en16931;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tegata.rules.document.Element;
import org.tegata.rules.document.Path;
import org.tegata.rules.rule.Context;
import org.tegata.rules.rule.Wording;

/** The rules on how many digits an amount may have after its point. */
final class Decimals {

    private Decimals() {}

    /** The first amount on that path may have two digits after the point. */
    static void atMostTwo(Context<Totals> context, String id, String path, String en, String ja) {
        Path amount = Path.of(path);
        atMostTwo(context, id, amount::firstIn, en, ja);
    }

    /** The amount that is found from the context's element may have two digits after the point. */
    static void atMostTwo(
            Context<Totals> context, String id, Function<Element, @Nullable Element> amount, String en, String ja) {
        context.error(id)
                .says(() -> new Wording(
                        en + " has more than two digits after the decimal point.", ja + "の小数点以下が2桁を超えています。"))
                .hint("Round the amount to two decimals.", "金額を小数点以下2桁に丸めてください。")
                .holds(element -> XPathNumbers.twoDecimals(amount.apply(element)))
                .actual(element -> {
                    Element written = amount.apply(element);
                    return written == null ? null : written.text();
                })
                .expected("0.00");
    }
}
