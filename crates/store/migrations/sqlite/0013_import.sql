-- Old registers taken in: each with what was found in its file and how far it is, and the cases that came of it.

create table import (
    id           blob primary key,
    person_id    blob,
    at           integer not null,
    file_name    text not null,
    sha256       blob not null,
    size         integer not null,
    document_id  blob,
    mapping      text not null,
    state        text not null,
    version      integer not null,
    report       text not null,
    done         integer not null,
    whole        integer not null,
    records      integer not null,
    years        text not null,
    attempts     integer not null,
    lease_until  integer,
    failure      text,
    ended_at     integer,
    undone_at    integer,
    undone_by    blob
) strict;

create index import_at on import (at, id);
create index import_waiting on import (at) where state in ('checking', 'entering', 'undoing');

-- The party is there when it was made for this case.
create table import_case (
    import_id  blob not null references import (id),
    case_id    blob not null unique,
    party_id   blob,
    primary key (import_id, case_id)
) strict, without rowid;
