-- Papers that take a while, and what the statutory registers say beside what they said before.

create table paper (
    id           blob primary key,
    person_id    blob not null,
    asked        text not null,
    lang         text not null,
    asked_at     integer not null,
    done         integer not null,
    whole        integer not null,
    attempts     integer not null,
    lease_until  integer,
    finished_at  integer,
    failure      text,
    document_id  blob
) strict;

create index paper_person on paper (person_id, asked_at);
create index paper_waiting on paper (asked_at) where finished_at is null;

alter table outgoing_document add column sent_by text not null default '';
alter table outgoing_document add column tracking text not null default '';
