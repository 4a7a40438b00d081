package org.tegata.bill.mapping;

/** One of the two languages of a bill. */
enum Side {
    XML,
    JSON;

    Side other() {
        return this == XML ? JSON : XML;
    }
}
