/** The register's HTTP edge: requests convert themselves into the domain, views are made from it. */
@NullMarked
package org.tegata.bl.rest;

import org.jspecify.annotations.NullMarked;
