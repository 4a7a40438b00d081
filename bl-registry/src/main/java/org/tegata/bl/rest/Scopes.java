package org.tegata.bl.rest;

/** OAuth 2 scopes of this service. */
final class Scopes {

    static final String READ = "bills:read";
    static final String WRITE = "bills:write";
    static final String ISSUE = "bills:issue";
    static final String ADMIN = "registry:admin";
    static final String GATEWAY = "bills:gateway";

    private Scopes() {}
}
