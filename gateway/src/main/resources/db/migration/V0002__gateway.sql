-- partner/: whose keys count, and where they are.
CREATE TABLE partner (
    ebl_platform text PRIMARY KEY CHECK (length(ebl_platform) <= 4),
    base_url     text NOT NULL,
    jwks         text NOT NULL,
    version      bigint NOT NULL,
    updated_by   text NOT NULL,
    updated_at   timestamptz NOT NULL
);

CREATE TABLE carrier (
    party_id   text PRIMARY KEY,
    name       text NOT NULL,
    jwks       text NOT NULL,
    version    bigint NOT NULL,
    updated_by text NOT NULL,
    updated_at timestamptz NOT NULL
);

-- inbound/: what partners send. version counts the published events; 0 = nothing published.
CREATE TABLE inbound_transfer (
    id                           uuid PRIMARY KEY,
    version                      bigint NOT NULL,
    state                        text NOT NULL,
    sending_platform             text NOT NULL,
    transport_document_reference text NOT NULL,
    transport_document_checksum  text NOT NULL,
    last_entry_checksum          text NOT NULL,
    -- of the signed characters alone: equal for an entry that was only signed anew
    last_entry_payload_checksum  text NOT NULL,
    envelope                     bytea NOT NULL,
    bill_id                      uuid,
    response_code                text,
    signed_response              text,
    reason                       text,
    created_at                   timestamptz NOT NULL,
    updated_at                   timestamptz NOT NULL
);
-- One transfer of a bill at a time from a sender; and one acceptance of an entry for ever.
CREATE UNIQUE INDEX inbound_active ON inbound_transfer (transport_document_checksum, sending_platform)
    WHERE state IN ('ACTIVE', 'COMMITTING');
CREATE UNIQUE INDEX inbound_accepted ON inbound_transfer (transport_document_checksum, last_entry_payload_checksum)
    WHERE state = 'ACCEPTED';

CREATE TABLE received_document (
    transport_document_checksum text NOT NULL,
    document_checksum           text NOT NULL,
    content                     bytea NOT NULL,
    received_at                 timestamptz NOT NULL,
    PRIMARY KEY (transport_document_checksum, document_checksum)
);

-- outbound/: what we send; id = the registry's id of the envelope that is due.
CREATE TABLE outbound_transfer (
    id                           uuid PRIMARY KEY,
    version                      bigint NOT NULL,
    state                        text NOT NULL,
    bill_id                      uuid NOT NULL,
    purpose                      text NOT NULL,
    recipient_platform           text NOT NULL,
    transport_document_reference text NOT NULL,
    transport_document_checksum  text,
    last_entry_checksum          text,
    envelope                     bytea,
    visualisation                bytea,
    response_code                text,
    signed_response              text,
    reason                       text,
    attempts                     int NOT NULL,
    next_attempt_at              timestamptz NOT NULL,
    reported_at                  timestamptz,
    created_at                   timestamptz NOT NULL,
    updated_at                   timestamptz NOT NULL,
    CHECK (state = 'DUE' OR state = 'WITHDRAWN' OR envelope IS NOT NULL),
    CHECK (state NOT IN ('ACCEPTED', 'REFUSED', 'DISPUTED') OR signed_response IS NOT NULL)
);
CREATE INDEX outbound_unfinished ON outbound_transfer (next_attempt_at)
    WHERE state IN ('DUE', 'SENDING') OR (state IN ('ACCEPTED', 'REFUSED', 'DISPUTED') AND reported_at IS NULL);

-- Both directions for GET /envelopes.
CREATE VIEW envelope AS
    SELECT id, 'INBOUND' AS direction, version, state, bill_id, sending_platform AS partner,
           transport_document_reference, transport_document_checksum, last_entry_checksum, response_code,
           signed_response, reason, 0 AS attempts, NULL::timestamptz AS next_attempt_at, created_at, updated_at,
           envelope AS content
    FROM inbound_transfer
    UNION ALL
    SELECT id, 'OUTBOUND', version, state, bill_id, recipient_platform,
           transport_document_reference, transport_document_checksum, last_entry_checksum, response_code,
           signed_response, reason, attempts,
           CASE WHEN state IN ('DUE', 'SENDING') OR (state IN ('ACCEPTED', 'REFUSED', 'DISPUTED') AND reported_at IS NULL)
                THEN next_attempt_at END,
           created_at, updated_at, envelope
    FROM outbound_transfer;
