package org.tegata.bl.rest;

import static io.restassured.RestAssured.given;
import static org.tegata.bl.rest.Registry.CARRIER;
import static org.tegata.bl.rest.Registry.read;

import io.restassured.response.Response;

/** A print of a bill, and whoever holds it asking about it without any token. */
record Printed(String id, String head, String document) {

    static Printed of(String id) {
        var bill = read(CARRIER, id);
        return new Printed(id, first(bill.path("head")), first(bill.path("transportDocumentChecksum")));
    }

    private static String first(String checksum) {
        return checksum.substring(0, 16);
    }

    String path() {
        return "/verify/" + id + "?head=" + head + "&document=" + document;
    }

    static Response html(String path) {
        return given().accept("text/html,application/xhtml+xml,*/*;q=0.8").get(path);
    }

    static Response json(String path) {
        return given().accept("application/json").get(path);
    }
}
