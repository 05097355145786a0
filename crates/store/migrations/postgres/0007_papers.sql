-- Papers that take a while, and what the statutory registers say beside what they said before.

create table paper (
    id           uuid primary key,
    person_id    uuid not null,
    asked        text collate "C" not null,
    lang         text collate "C" not null,
    asked_at     bigint not null,
    done         bigint not null,
    whole        bigint not null,
    attempts     bigint not null,
    lease_until  bigint,
    finished_at  bigint,
    failure      text collate "C",
    document_id  uuid
);

create index paper_person on paper (person_id, asked_at);
create index paper_waiting on paper (asked_at) where finished_at is null;

alter table outgoing_document add column sent_by text collate "C" not null default '';
alter table outgoing_document add column tracking text collate "C" not null default '';
