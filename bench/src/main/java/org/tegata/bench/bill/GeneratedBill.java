package org.tegata.bench.bill;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/**
 * A shipped-on-board bill to order, of about 2 kB a container, that breaks no rule: container numbers with their check
 * digits, an item and two seals a container, totals that are right.
 *
 * @param number of the bill
 * @param containers how many
 */
record GeneratedBill(String number, int containers) {
    private static final String HEAD = resource("head.xml");
    private static final String ITEM = resource("item.xml");
    private static final String EQUIPMENT = resource("equipment.xml");
    private static final String TAIL = resource("tail.xml");
    private static final String OWNER = "SOLU";
    private static final int MODULUS = 11;

    /** Goods with the beginning of their HS code. */
    private record Goods(String name, String code) {}

    private static final List<Goods> GOODS = List.of(
            new Goods("Machining centres for working metal", "845710"),
            new Goods("Ball bearings, boxed in hundreds", "848210"),
            new Goods("Parts of machine tools, spare", "846693"),
            new Goods("Pallet changers, dismantled", "842890"));

    byte[] bytes() {
        StringBuilder items = new StringBuilder();
        StringBuilder equipment = new StringBuilder();
        long packages = 0;
        long kilograms = 0;
        long litres = 0;
        for (int i = 1; i <= containers; i++) {
            int boxes = 8 + i % 5;
            int weight = 11_000 + i % 7 * 430;
            int volume = 27_500 + i % 9 * 700;
            packages += boxes;
            kilograms += weight;
            litres += volume;
            Goods goods = GOODS.get(i % GOODS.size());
            String container = container(i);
            items.append(ITEM.replace("@INDEX@", String.valueOf(i))
                    .replace("@HS@", goods.code())
                    .replace("@GOODS@", goods.name())
                    .replace("@WEIGHT@", String.valueOf(weight))
                    .replace("@VOLUME@", cubicMetres(volume))
                    .replace("@PACKAGES@", String.valueOf(boxes))
                    .replace("@CONTAINER@", container));
            equipment.append(EQUIPMENT
                    .replace("@CONTAINER@", container)
                    .replace("@SEAL@", String.format(Locale.ROOT, "%06d", 448_800 + i)));
        }
        String head = HEAD.replace("@NUMBER@", number)
                .replace("@WEIGHT@", String.valueOf(kilograms))
                .replace("@VOLUME@", cubicMetres(litres))
                .replace("@PACKAGES@", String.valueOf(packages));
        return (head + items + equipment + TAIL).getBytes(StandardCharsets.UTF_8);
    }

    private static String cubicMetres(long litres) {
        return BigDecimal.valueOf(litres, 3).stripTrailingZeros().toPlainString();
    }

    /** A container number with its check digit (ISO 6346): letters weigh 10 and more, without multiples of 11. */
    static String container(int serial) {
        String ten = OWNER + String.format(Locale.ROOT, "%06d", serial);
        int sum = 0;
        for (int place = 0; place < ten.length(); place++) {
            int value = Character.digit(ten.charAt(place), 36);
            sum += (value + Math.max(0, value - 1) / 10) << place;
        }
        return ten + sum % MODULUS % 10;
    }

    private static String resource(String name) {
        try (InputStream in = GeneratedBill.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("missing: " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
