package org.tegata.bl.rest;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jboss.logging.Logger;
import org.tegata.bl.application.Custody;

/** Opens the custody store when the service starts, so that a wrong PIN shows then and not at a party's first act. */
@ApplicationScoped
class CustodyAtStart {

    private static final Logger LOG = Logger.getLogger(CustodyAtStart.class);

    void open(@Observes StartupEvent started, Custody custody) {
        if (custody.isOffered()) {
            LOG.info("Keys of parties are kept in custody");
        }
    }
}
