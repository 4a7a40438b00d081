package org.tegata.cli.validate;

import java.io.IOException;

/** A way to tell what became of the documents; called in order by one thread. */
public interface Report {

    /** Before the first document. */
    default void begin() throws IOException {}

    /** The next document. */
    void add(Judged judged) throws IOException;

    /** After the last document. */
    void end(Summary summary) throws IOException;
}
