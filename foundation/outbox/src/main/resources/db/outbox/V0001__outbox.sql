-- The tables that every service has for events and repeated requests (foundation/outbox).
CREATE TABLE outbox (
    position     bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    id           uuid NOT NULL UNIQUE,
    topic        text NOT NULL,
    subject      uuid NOT NULL,
    sequence     bigint NOT NULL CHECK (sequence > 0),
    type         text NOT NULL,
    event        text NOT NULL,
    created_at   timestamptz NOT NULL DEFAULT now(),
    published_at timestamptz,
    -- One event a version: two writers of one document cannot both commit.
    UNIQUE (topic, subject, sequence)
);
CREATE INDEX outbox_unpublished ON outbox (position) WHERE published_at IS NULL;

-- One row: whoever holds its lock relays.
CREATE TABLE outbox_relay (id int PRIMARY KEY CHECK (id = 1));
INSERT INTO outbox_relay VALUES (1);

CREATE TABLE inbox (
    event_id    text PRIMARY KEY,
    type        text NOT NULL,
    subject     uuid NOT NULL,
    received_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE inbox_rejected (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    event       text NOT NULL,
    reason      text NOT NULL,
    received_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE idempotency (
    party          text NOT NULL,
    key            text NOT NULL,
    request_digest bytea NOT NULL,
    resource_id    uuid NOT NULL,
    created_at     timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (party, key)
);
