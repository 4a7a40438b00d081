package org.tegata.bl.xml;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.tegata.bill.BillReading;
import org.tegata.bl.domain.BillFacts;
import org.tegata.xml.Digest;

/** The sample bill of the repository's trade, and the golden bills of bill-document that break no rule. */
public final class BillSamples {

    private static final Path GOLDEN = Path.of("../bill-document/src/test/resources");
    private static final UUID ID = UUID.fromString("01981b4e-5f00-7a31-8c42-6d0f5e3a7b20");

    private final BillCodec codec = new BillCodec(Clock.systemUTC());

    /** A codec whose rules have that clock. */
    public static BillCodec codec(Clock clock) {
        return new BillCodec(clock);
    }

    public static List<Path> golden() {
        var files = new ArrayList<Path>();
        for (var folder : List.of("rules/valid", "rules/warned")) {
            try (var found = Files.list(GOLDEN.resolve(folder))) {
                found.filter(file -> file.toString().endsWith(".xml")).sorted().forEach(files::add);
            } catch (IOException missing) {
                throw new IllegalStateException(missing);
            }
        }
        return files;
    }

    public static byte[] sample() {
        return read(Path.of("../examples/trade/bill-of-lading.xml"));
    }

    public static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException missing) {
            throw new IllegalStateException(missing);
        }
    }

    public BillReading reading(byte[] xml) {
        return codec.lodged(BillLanguage.XML, xml);
    }

    /** The facts of a bill in XML. */
    public BillFacts facts(BillReading reading) {
        return codec.facts(ID, Digest.sha256Hex(sample()), reading);
    }

    /** What another platform would make of it. */
    public BillFacts received(BillReading reading) {
        return codec.facts(ID, Digest.sha256Hex(sample()), codec.received(codec.transportDocument(reading)));
    }
}
