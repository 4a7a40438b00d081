-- What was signed about an entry is looked up by the entry alone.
CREATE INDEX inbound_entry ON inbound_transfer (last_entry_payload_checksum);
