#!/bin/sh
# Run once by the postgres image on an empty data directory: one database and one role a service, so that no service
# can read another's tables even by mistake. An operated PostgreSQL needs the same, made by whoever operates it.
set -eu

create() {
    psql --username "$POSTGRES_USER" --dbname postgres --set ON_ERROR_STOP=1 \
        --set name="$1" --set password="$2" <<'SQL'
CREATE ROLE :"name" LOGIN PASSWORD :'password';
CREATE DATABASE :"name" OWNER :"name";
REVOKE ALL ON DATABASE :"name" FROM PUBLIC;
SQL
}

create invoice "$INVOICE_DB_PASSWORD"
create lc "$LC_DB_PASSWORD"
create bl "$BL_DB_PASSWORD"
create gateway "$GATEWAY_DB_PASSWORD"
