/**
 * Another platform, its carrier, and a stand-in for the registry: written from the specification alone, with the JDK's
 * own cryptography and an own canonicaliser, so that a mistake of ours is not made twice.
 */
package org.tegata.gateway.peer;
