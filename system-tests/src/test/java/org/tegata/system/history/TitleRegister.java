package org.tegata.system.history;

/** A register of title as a client reaches it; no call throws, what went wrong is an answer. */
public interface TitleRegister {

    /** Signs and sends the statement; the same statement may be sent again. */
    Answer act(String bill, Statement statement);

    Answer read(String bill, String reader);
}
