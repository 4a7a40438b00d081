package org.tegata.rules.schema;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tegata.rules.document.Name;
import org.tegata.rules.schema.ElementType.AttributeUse;
import org.tegata.rules.schema.ValueType.Builtin;

/** Reads what {@link TableWriter} has written; plain, as it is at every start and no compiler has warmed up by then. */
final class TableReader {

    private final byte[] bytes;
    private int at;
    private String[] texts = {};
    private Codes[] lists = {};
    private ValueType[] values = {};

    private TableReader(byte[] bytes) {
        this.bytes = bytes;
    }

    static SchemaTables read(Release release, byte[] bytes) {
        return new TableReader(bytes).tables(release);
    }

    private SchemaTables tables(Release release) {
        texts = new String[number()];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = string();
        }
        Name rootName = Name.of(text());
        int rootType = number();
        lists = new Codes[number()];
        for (int i = 0; i < lists.length; i++) {
            lists[i] = new Codes(text(), string());
        }
        values = new ValueType[number()];
        for (int i = 0; i < values.length; i++) {
            values[i] = value();
        }
        var types = new ElementType[number()];
        for (int i = 0; i < types.length; i++) {
            types[i] = type();
        }
        if (at != bytes.length) {
            throw new IllegalStateException("the tables of " + release + " do not end where they should");
        }
        return new SchemaTables(release, rootName, rootType, List.of(types));
    }

    private ValueType value() {
        String name = text();
        Builtin builtin = Builtin.valueOf(text());
        int list = number();
        int min = small();
        int max = limit();
        int fixed = number();
        return new ValueType(
                name,
                builtin,
                list == TableWriter.NONE ? null : lists[list],
                min,
                max,
                fixed == TableWriter.NONE ? null : texts[fixed]);
    }

    private ElementType type() {
        String name = text();
        boolean choice = small() != 0;
        @Nullable ValueType value = optionalValue();
        var attributes = new AttributeUse[number()];
        for (int i = 0; i < attributes.length; i++) {
            attributes[i] = new AttributeUse(text(), small() != 0, values[number()]);
        }
        var particles = new Particle[number()];
        for (int i = 0; i < particles.length; i++) {
            particles[i] = new Particle(Name.of(text()), number(), small(), limit());
        }
        return new ElementType(name, choice, List.of(particles), List.of(attributes), value);
    }

    private @Nullable ValueType optionalValue() {
        int value = number();
        return value == TableWriter.NONE ? null : values[value];
    }

    private String text() {
        return texts[number()];
    }

    private String string() {
        int length = number();
        at += length;
        return new String(bytes, at - length, length, StandardCharsets.UTF_8);
    }

    private int number() {
        at += 2;
        return ((bytes[at - 2] & 0xFF) << 8) | (bytes[at - 1] & 0xFF);
    }

    private int small() {
        return bytes[at++] & 0xFF;
    }

    private int limit() {
        int limit = small();
        return limit == TableWriter.UNLIMITED ? Integer.MAX_VALUE : limit;
    }
}
