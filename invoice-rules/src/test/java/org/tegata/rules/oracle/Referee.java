package org.tegata.rules.oracle;

/** Whoever gives a verdict on the bytes of an invoice. */
public interface Referee {

    Ruling judge(byte[] xml);
}
