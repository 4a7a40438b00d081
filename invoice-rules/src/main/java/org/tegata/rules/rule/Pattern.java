package org.tegata.rules.rule;

import java.util.ArrayList;
import java.util.List;

/** Contexts in order of precedence: an element belongs to the first that fits it, and to no other (ISO Schematron). */
public final class Pattern<T> {

    private final List<Context<T>> contexts = new ArrayList<>();

    Pattern() {}

    /** The next context, written as {@link ContextPath} says. */
    public Context<T> on(String path) {
        var context = new Context<T>(ContextPath.of(path));
        contexts.add(context);
        return context;
    }

    public List<Context<T>> contexts() {
        return contexts;
    }
}
