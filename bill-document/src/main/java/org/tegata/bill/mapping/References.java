package org.tegata.bill.mapping;

import java.util.ArrayList;

/** References: DCSA has one value each where our XML may have several identifiers of one document. */
record References(Branch branch) implements Step {

    @Override
    public void tidy(Place at, Pass pass) {
        branch.tidy(at, pass);
        if (pass.side() != Side.XML) {
            return;
        }
        var documents = new ArrayList<Place>();
        branch.xml().each(at, documents::add);
        for (var document : documents) {
            split(document, pass);
        }
    }

    private void split(Place document, Pass pass) {
        var id = document.part("ID");
        var above = document.parent();
        for (var more = id == null ? null : id.next(); more != null && above != null; ) {
            var following = more.next();
            more.drop();
            var own = document.twin(null);
            copy(document, own, "TypeCode");
            copy(document, own, "ReferenceTypeCode");
            own.add(more.partIn(own), more);
            above.add(own.partIn(above), own);
            pass.rank(own, branch.row());
            more = following;
        }
    }

    private static void copy(Place from, Place to, String name) {
        var part = from.part(name);
        if (part != null) {
            to.add(part.partIn(to), part.twin(part.value));
        }
    }

    @Override
    public boolean follow(Place from, Place to, Side side) {
        return branch.follow(from, to, side);
    }
}
