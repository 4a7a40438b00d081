package org.tegata.bench.invoice;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The documents of one comparison.
 *
 * @param name such as {@code ordinary}
 * @param what they are
 */
record Documents(String name, String what, List<byte[]> all) {
    private static final int BASE64_200_KB = 204_800;

    /** What people send: 1 to 11 lines; the official samples among them, some of them not valid. */
    static Documents ordinary() {
        List<byte[]> all = new ArrayList<>();
        // Sample 1 has 20 lines.
        IntStream.rangeClosed(2, 9).mapToObj(Documents::sample).forEach(all::add);
        for (int lines : new int[] {1, 2, 3, 5, 8, 10, 11}) {
            all.add(new GeneratedInvoice("B-" + lines, lines, 0).bytes());
        }
        for (Fault fault : Fault.values()) {
            all.add(new GeneratedInvoice("F-" + fault.ordinal(), 3, 0).bytes(fault));
        }
        return new Documents("ordinary", "1 to 11 lines, real and generated, some of them not valid", all);
    }

    static Documents attachments() {
        List<byte[]> all = IntStream.rangeClosed(1, 12)
                .mapToObj(i -> new GeneratedInvoice("A-" + i, 1 + i % 5, BASE64_200_KB + i).bytes())
                .toList();
        return new Documents("attachments", "1 to 5 lines and 200 kB of base64 each", all);
    }

    static Documents hundredLines() {
        List<byte[]> all = IntStream.range(0, 3)
                .mapToObj(i -> new GeneratedInvoice("H-" + i, 99 + i, 0).bytes())
                .toList();
        return new Documents("lines-100", "100 lines", all);
    }

    static Documents thousandLines() {
        return new Documents("lines-1000", "1,000 lines", List.of(new GeneratedInvoice("T", 1_000, 0).bytes()));
    }

    /** About fifty documents with all of the above in it. */
    static Documents mix() {
        List<byte[]> all = Stream.of(ordinary(), attachments(), hundredLines())
                .flatMap(set -> set.all().stream())
                .collect(Collectors.toCollection(ArrayList::new));
        all.add(sample(1));
        for (int lines : new int[] {20, 30, 50, 70, 200, 300, 500}) {
            all.add(new GeneratedInvoice("M-" + lines, lines, 0).bytes());
        }
        all.add(new GeneratedInvoice("M-wrong", 400, 0).bytes(Fault.WRONG_SUM));
        all.add(new GeneratedInvoice("M-1000", 1_000, 0).bytes());
        return new Documents("mix", all.size() + " documents of up to 1,000 lines", all);
    }

    long size() {
        return all.stream().mapToLong(document -> document.length).sum();
    }

    /** An official sample of CII D16B. */
    static byte[] sample(int number) {
        String name = "/external/test-cii/d16b/CII_example" + number + ".xml";
        try (InputStream in = Documents.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("missing: " + name);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
