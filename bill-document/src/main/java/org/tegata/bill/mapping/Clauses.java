package org.tegata.bill.mapping;

import java.util.ArrayList;

/** Clauses: an item of the array for each of the contents, whichever clause they stand in; one content a clause. */
record Clauses(int row, Path contents, Path json) implements Conversion {

    static Clauses of(Named named) {
        return new Clauses(named.row(), named.xml(0), named.json(0));
    }

    @Override
    public void tidy(Place at, Pass pass) {
        var head = pass.side() == Side.XML ? contents.parent(at) : null;
        var above = head == null ? null : head.parent();
        if (head == null || above == null) {
            return;
        }
        var clauses = new ArrayList<Place>();
        boolean isSplit = false;
        for (var clause = head; clause != null; clause = clause.next()) {
            clauses.add(clause);
            var content = clause.part(contents.name());
            for (var more = content == null ? null : content.next(); more != null; ) {
                var following = more.next();
                more.drop();
                var own = clause.twin(null);
                own.add(more.partIn(own), more);
                clauses.add(own);
                isSplit = true;
                more = following;
            }
        }
        if (isSplit) {
            above.replace(head.partIn(above).slot(), clauses);
        }
    }

    @Override
    public boolean toJson(Place from, Place to) {
        var said = new boolean[1];
        contents.each(from, content -> {
            if (!content.said && content.value != null) {
                Conversion.say(content, json.make(to, content), content.value);
                contents.mark(content);
                said[0] = true;
            }
        });
        return said[0];
    }

    @Override
    public boolean toXml(Place from, Place to) {
        var said = new boolean[1];
        json.each(from, clause -> {
            if (!clause.said && !clause.closed && clause.value != null) {
                Conversion.say(clause, another(to, clause), clause.value);
                said[0] = true;
            }
        });
        return said[0];
    }

    /** The content of a new clause. */
    private Place another(Place to, Place origin) {
        var head = contents.parent(to);
        var above = head == null ? null : head.parent();
        if (head == null || above == null) {
            return contents.make(to, origin);
        }
        var content = new Place(contents.type(), contents.name());
        var clause = above.add(head.partIn(above));
        return clause.add(content.partIn(clause), content);
    }
}
