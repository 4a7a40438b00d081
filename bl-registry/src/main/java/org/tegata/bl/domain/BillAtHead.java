package org.tegata.bl.domain;

/**
 * A bill as it stands after the entry whose seal has that SHA-256. The seals are linked by hash, so a head stands for
 * one record and one bill, wherever and whenever it was read.
 */
public record BillAtHead(Bill bill, String head) {}
