-- Old registers taken in: each with what was found in its file and how far it is, and the cases that came of it.

create table import (
    id           uuid primary key,
    person_id    uuid,
    at           bigint not null,
    file_name    text collate "C" not null,
    sha256       bytea not null,
    size         bigint not null,
    document_id  uuid,
    mapping      text collate "C" not null,
    state        text collate "C" not null,
    version      bigint not null,
    report       text collate "C" not null,
    done         bigint not null,
    whole        bigint not null,
    records      bigint not null,
    years        text collate "C" not null,
    attempts     bigint not null,
    lease_until  bigint,
    failure      text collate "C",
    ended_at     bigint,
    undone_at    bigint,
    undone_by    uuid
);

create index import_at on import (at, id);
create index import_waiting on import (at) where state in ('checking', 'entering', 'undoing');

-- The party is there when it was made for this case.
create table import_case (
    import_id  uuid not null references import (id),
    case_id    uuid not null unique,
    party_id   uuid,
    primary key (import_id, case_id)
);
