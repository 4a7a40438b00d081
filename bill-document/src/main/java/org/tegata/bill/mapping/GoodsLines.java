package org.tegata.bill.mapping;

import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/**
 * Lines of at most so many characters, wherever they stand, in one; longer ones are wrapped at blanks, a longer word is
 * cut.
 */
record GoodsLines(int row, Path xml, Path json, int most) implements Conversion {

    static GoodsLines of(Named named) {
        return new GoodsLines(named.row(), named.xml(0), named.json(0), Integer.parseInt(named.word(1)));
    }

    @Override
    public void tidy(Place at, Pass pass) {
        if (pass.side() != Side.XML) {
            return;
        }
        gather(at);
        var lines = new ArrayList<Place>();
        boolean[] isLong = new boolean[1];
        xml.each(at, line -> {
            if (line.value == null || Words.length(line.value) <= most) {
                lines.add(line);
                return;
            }
            isLong[0] = true;
            String text = line.value;
            for (int start = 0; start < text.length(); ) {
                int end = Words.lineEnd(text, start, most);
                lines.add(line.twin(text.substring(start, end).stripTrailing()));
                start = Words.afterBlanks(text, end);
            }
        });
        var parent = isLong[0] ? first(at) : null;
        if (parent != null) {
            parent.replace(lines.get(0).partIn(parent).slot(), lines);
        }
    }

    /** The lines of all stand in the first of what lines stand in. */
    private void gather(Place at) {
        var head = xml.parent(at);
        var above = head == null ? null : head.parent();
        if (head == null || above == null || head.next() == null) {
            return;
        }
        var left = new ArrayList<Place>();
        for (var home = head; home != null; home = home.next()) {
            boolean isMoved = false;
            for (var line = home == head ? null : home.part(xml.name()); line != null; ) {
                var following = line.next();
                line.drop();
                head.add(line.partIn(head), line);
                isMoved = true;
                line = following;
            }
            if (!isMoved || !home.isEmpty()) {
                left.add(home);
            }
        }
        above.replace(head.partIn(above).slot(), left);
    }

    private @Nullable Place first(Place at) {
        var line = xml.one(at);
        return line == null ? null : line.parent();
    }

    @Override
    public boolean toJson(Place from, Place to) {
        return each(xml, json, from, to);
    }

    @Override
    public boolean toXml(Place from, Place to) {
        return each(json, xml, from, to);
    }

    private static boolean each(Path path, Path other, Place from, Place to) {
        var said = new boolean[1];
        path.each(from, line -> {
            if (!line.said && !line.closed && line.value != null) {
                Conversion.say(line, other.make(to, line), line.value);
                path.mark(line);
                said[0] = true;
            }
        });
        return said[0];
    }
}
