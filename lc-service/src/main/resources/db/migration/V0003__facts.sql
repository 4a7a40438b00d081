-- What the owners of invoices and bills have told. The highest sequence of a document counts, in whatever order it came.
CREATE TABLE invoice_fact (
    invoice_id uuid PRIMARY KEY,
    sequence   bigint NOT NULL,
    facts      text,
    cancelled  boolean NOT NULL DEFAULT false
);

CREATE TABLE bill_fact (
    bill_id  uuid PRIMARY KEY,
    sequence bigint NOT NULL,
    facts    text NOT NULL
);

CREATE TABLE bill_title (
    bill_id  uuid PRIMARY KEY,
    sequence bigint NOT NULL,
    status   text NOT NULL,
    holder   text,
    endorsee text
);

-- Everyone who has been the holder: a set, so the order of the events does not matter.
CREATE TABLE bill_holder (
    bill_id uuid NOT NULL,
    party   text NOT NULL,
    PRIMARY KEY (bill_id, party)
);
