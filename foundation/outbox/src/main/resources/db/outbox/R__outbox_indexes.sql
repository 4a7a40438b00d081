-- Repeatable, so that it follows the migrations of services that exist already; it does nothing when it has run.
-- An event's id is a UUIDv7 made for its row, and the relay finds rows by their position: an index of ids serves nobody.
ALTER TABLE outbox DROP CONSTRAINT IF EXISTS outbox_id_key;
