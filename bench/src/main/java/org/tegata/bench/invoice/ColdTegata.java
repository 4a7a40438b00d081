package org.tegata.bench.invoice;

import java.nio.file.Files;
import java.nio.file.Path;
import org.tegata.rules.InvoiceValidator;

/** A child of {@link ColdStart}: one verdict of ours. */
final class ColdTegata {
    private ColdTegata() {}

    public static void main(String[] args) throws Exception {
        byte[] invoice = Files.readAllBytes(Path.of(args[0]));
        boolean valid =
                new InvoiceValidator().validate(invoice, TegataJudge.RULE_SET).valid();
        System.out.println(valid ? "valid" : "wrong");
    }
}
