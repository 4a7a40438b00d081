package org.tegata.lc.domain;

/**
 * The legal record of a credit: the bytes of the MT700 as they came, and our LetterOfCredit XML made from them.
 *
 * @param digest SHA-256 of the MT700 bytes, hexadecimal
 */
public record CreditDocument(byte[] mt700, String digest, byte[] xml) {}
