-- Attachments, and the registers of letters that go out and come in.

create table document (
    id           uuid primary key,
    stream_id    uuid,
    file_name    text collate "C" not null,
    media_type   text collate "C" not null,
    size         bigint,
    sha256       bytea,
    staged_by    uuid,
    staged_at    bigint not null,
    attached_at  bigint
);

create index document_stream on document (stream_id, attached_at);
create index document_sha256 on document (sha256);
create index document_staged on document (staged_at) where attached_at is null;

create table outgoing_document (
    id               uuid primary key,
    organisation_id  uuid not null,
    year             bigint not null,
    symbol           text collate "C" not null,
    number           bigint not null,
    dated_on         text collate "C" not null,
    summary          text collate "C" not null,
    signer           text collate "C" not null,
    recipient        text collate "C" not null,
    kept_by          text collate "C" not null,
    copies           bigint not null,
    dispatched_on    text collate "C",
    note             text collate "C" not null,
    case_id          uuid,
    letter_id        uuid,
    voided           boolean not null,
    unique (organisation_id, year, symbol, number)
);

create index outgoing_document_book on outgoing_document (dated_on, number, id);
create index outgoing_document_case on outgoing_document (case_id);

create table incoming_document (
    id               uuid primary key,
    organisation_id  uuid not null,
    year             bigint not null,
    number           bigint not null,
    arrived_on       text collate "C" not null,
    author           text collate "C" not null,
    symbol           text collate "C" not null,
    dated_on         text collate "C",
    summary          text collate "C" not null,
    receiver         text collate "C" not null,
    transferred_on   text collate "C",
    note             text collate "C" not null,
    case_id          uuid,
    unique (organisation_id, year, number)
);

create index incoming_document_book on incoming_document (arrived_on, number, id);
create index incoming_document_case on incoming_document (case_id);
