package org.tegata.bill.mapping;

/** A text that is another element's value where it is missing, since DCSA requires it. */
record Fallback(Leaf text, Path other) implements Step {

    @Override
    public void tidy(Place at, Pass pass) {
        text.tidy(at, pass);
        var instead = pass.side() == Side.XML ? other.one(at) : null;
        if (instead != null && instead.value != null && text.xml().one(at) == null) {
            text.xml().make(at, null).value = instead.value;
        }
    }

    @Override
    public boolean follow(Place from, Place to, Side side) {
        return text.follow(from, to, side);
    }
}
