package org.tegata.bench.invoice;

import java.nio.file.Files;
import java.nio.file.Path;

/** A child of {@link ColdStart}: one verdict of phive. */
final class ColdPhive {
    private ColdPhive() {}

    public static void main(String[] args) throws Exception {
        byte[] invoice = Files.readAllBytes(Path.of(args[0]));
        System.out.println(new PhiveJudge().verdict(invoice).isEmpty() ? "valid" : "wrong");
    }
}
