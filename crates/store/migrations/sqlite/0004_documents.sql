-- Attachments, and the registers of letters that go out and come in.

create table document (
    id           blob primary key,
    stream_id    blob,
    file_name    text not null,
    media_type   text not null,
    size         integer,
    sha256       blob,
    staged_by    blob,
    staged_at    integer not null,
    attached_at  integer
) strict;

create index document_stream on document (stream_id, attached_at);
create index document_sha256 on document (sha256);
create index document_staged on document (staged_at) where attached_at is null;

create table outgoing_document (
    id               blob primary key,
    organisation_id  blob not null,
    year             integer not null,
    symbol           text not null,
    number           integer not null,
    dated_on         text not null,
    summary          text not null,
    signer           text not null,
    recipient        text not null,
    kept_by          text not null,
    copies           integer not null,
    dispatched_on    text,
    note             text not null,
    case_id          blob,
    letter_id        blob,
    voided           integer not null check (voided in (0, 1)),
    unique (organisation_id, year, symbol, number)
) strict;

create index outgoing_document_book on outgoing_document (dated_on, number, id);
create index outgoing_document_case on outgoing_document (case_id);

create table incoming_document (
    id               blob primary key,
    organisation_id  blob not null,
    year             integer not null,
    number           integer not null,
    arrived_on       text not null,
    author           text not null,
    symbol           text not null,
    dated_on         text,
    summary          text not null,
    receiver         text not null,
    transferred_on   text,
    note             text not null,
    case_id          blob,
    unique (organisation_id, year, number)
) strict;

create index incoming_document_book on incoming_document (arrived_on, number, id);
create index incoming_document_case on incoming_document (case_id);
