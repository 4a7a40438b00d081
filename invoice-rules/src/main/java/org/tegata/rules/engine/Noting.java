package org.tegata.rules.engine;

import java.util.function.BiConsumer;
import org.tegata.rules.document.Element;

/** What one book notes of the elements at a node. */
record Noting(int book, BiConsumer<Object, Element> note) {}
