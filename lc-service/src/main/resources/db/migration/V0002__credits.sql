-- Credits: their standing in columns, what they say as JSON (a view; the bytes in credit_document are the record).
CREATE TABLE credit (
    id              uuid PRIMARY KEY,
    version         bigint NOT NULL CHECK (version > 0),
    number          text NOT NULL,
    issuing_bank    text NOT NULL,
    applicant       text NOT NULL,
    beneficiary     text NOT NULL,
    advising_bank   text NOT NULL,
    confirming_bank text,
    status          text NOT NULL CHECK (status IN ('ISSUED', 'ADVISED', 'EXHAUSTED')),
    confirmation    text NOT NULL
        CHECK (confirmation IN ('NONE', 'REQUESTED', 'OPTIONAL', 'CONFIRMED', 'DECLINED')),
    currency        text NOT NULL,
    maximum         numeric NOT NULL CHECK (maximum > 0),
    -- Honoured, and set aside for presentations that comply: never more than there is (UCP 600 art. 18(b)).
    committed       numeric NOT NULL CHECK (committed >= 0),
    digest          text NOT NULL CHECK (digest ~ '^[0-9a-f]{64}$'),
    terms           text NOT NULL,
    issued_at       timestamptz NOT NULL,
    CONSTRAINT credit_number_once UNIQUE (issuing_bank, number),
    CONSTRAINT credit_not_overdrawn CHECK (committed <= maximum)
);

-- The legal record: the MT700 as it came, and our XML of it. Never updated.
CREATE TABLE credit_document (
    credit_id uuid PRIMARY KEY REFERENCES credit (id),
    mt700     bytea NOT NULL,
    xml       bytea NOT NULL
);

-- Who may see which credit.
CREATE TABLE credit_party (
    party     text NOT NULL,
    credit_id uuid NOT NULL REFERENCES credit (id),
    PRIMARY KEY (party, credit_id)
);

CREATE TABLE presentation (
    id             uuid PRIMARY KEY,
    credit_id      uuid NOT NULL REFERENCES credit (id),
    presenter      text NOT NULL,
    examining_bank text NOT NULL,
    invoice_id     uuid NOT NULL,
    invoice_digest text NOT NULL,
    bill_id        uuid NOT NULL,
    bill_digest    text NOT NULL,
    bill_version   bigint NOT NULL,
    currency       text NOT NULL,
    amount         numeric NOT NULL CHECK (amount > 0),
    presented_at   timestamptz NOT NULL,
    presented_on   date NOT NULL,
    status         text NOT NULL
        CHECK (status IN ('PRESENTED', 'REFERRED', 'COMPLYING', 'DISCREPANT', 'REFUSED', 'HONOURED')),
    examination    text,
    refusal        text,
    honoured_at    timestamptz
);
CREATE INDEX presentation_of_credit ON presentation (credit_id, id);
-- A document is in one open presentation of a credit at most.
CREATE UNIQUE INDEX presentation_invoice_once ON presentation (credit_id, invoice_id) WHERE status <> 'REFUSED';
CREATE UNIQUE INDEX presentation_bill_once ON presentation (credit_id, bill_id) WHERE status <> 'REFUSED';
