package org.tegata.rules.schema;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tegata.rules.schema.ElementType.AttributeUse;

/** Tables as bytes: texts, code lists, value types, element types; what is written before is named by its number. */
final class TableWriter {

    /** Instead of a number: nothing. */
    static final int NONE = 0xFFFF;

    /** Instead of a small number: as many as one likes. */
    static final int UNLIMITED = 0xFF;

    private final Map<String, Integer> texts = new LinkedHashMap<>();
    private final IdentityHashMap<Codes, Integer> lists = new IdentityHashMap<>();
    private final IdentityHashMap<ValueType, Integer> values = new IdentityHashMap<>();

    private TableWriter() {}

    static byte[] write(SchemaTables tables) throws IOException {
        var file = new TableWriter();
        var body = new ByteArrayOutputStream();
        file.body(tables, new DataOutputStream(body));
        var whole = new ByteArrayOutputStream();
        var out = new DataOutputStream(whole);
        out.writeShort(file.texts.size());
        for (String text : file.texts.keySet()) {
            write(text, out);
        }
        out.write(body.toByteArray());
        return whole.toByteArray();
    }

    private void body(SchemaTables tables, DataOutputStream out) throws IOException {
        out.writeShort(text(tables.rootName().toString()));
        out.writeShort(tables.rootType());
        var all = new ArrayList<ValueType>();
        for (ElementType type : tables.types()) {
            if (type.value() != null) {
                all.add(type.value());
            }
            type.attributes().forEach(attribute -> all.add(attribute.type()));
        }
        writeLists(all, out);
        writeValues(all, out);
        out.writeShort(tables.types().size());
        for (ElementType type : tables.types()) {
            writeType(type, out);
        }
    }

    private void writeLists(List<ValueType> all, DataOutputStream out) throws IOException {
        var distinct = new ArrayList<Codes>();
        for (ValueType value : all) {
            if (value.list() != null && lists.putIfAbsent(value.list(), distinct.size()) == null) {
                distinct.add(value.list());
            }
        }
        out.writeShort(distinct.size());
        for (Codes codes : distinct) {
            out.writeShort(text(codes.name()));
            write(codes.joined(), out);
        }
    }

    private void writeValues(List<ValueType> all, DataOutputStream out) throws IOException {
        var distinct = new ArrayList<ValueType>();
        for (ValueType value : all) {
            if (values.putIfAbsent(value, distinct.size()) == null) {
                distinct.add(value);
            }
        }
        out.writeShort(distinct.size());
        for (ValueType value : distinct) {
            out.writeShort(text(value.name()));
            out.writeShort(text(value.builtin().name()));
            out.writeShort(number(lists, value.list()));
            out.writeByte(small(value.minLength()));
            out.writeByte(small(value.maxLength()));
            out.writeShort(value.fixed() == null ? NONE : text(value.fixed()));
        }
    }

    private void writeType(ElementType type, DataOutputStream out) throws IOException {
        out.writeShort(text(type.name()));
        out.writeBoolean(type.choice());
        out.writeShort(number(values, type.value()));
        out.writeShort(type.attributes().size());
        for (AttributeUse attribute : type.attributes()) {
            out.writeShort(text(attribute.name()));
            out.writeBoolean(attribute.required());
            out.writeShort(number(values, attribute.type()));
        }
        out.writeShort(type.particles().size());
        for (Particle particle : type.particles()) {
            out.writeShort(text(particle.name().toString()));
            out.writeShort(particle.type());
            out.writeByte(small(particle.min()));
            out.writeByte(small(particle.max()));
        }
    }

    private static void write(String text, DataOutputStream out) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (bytes.length > 0xFFFF) {
            throw new IOException("too long for the file: " + text);
        }
        out.writeShort(bytes.length);
        out.write(bytes);
    }

    private static int small(int number) throws IOException {
        if (number >= UNLIMITED && number != Integer.MAX_VALUE) {
            throw new IOException("too large for the file: " + number);
        }
        return Math.min(number, UNLIMITED);
    }

    private int text(String text) {
        return texts.computeIfAbsent(text, none -> texts.size());
    }

    private static <K> int number(IdentityHashMap<K, Integer> numbers, @Nullable K key) {
        Integer number = key == null ? null : numbers.get(key);
        return number == null ? NONE : number;
    }
}
