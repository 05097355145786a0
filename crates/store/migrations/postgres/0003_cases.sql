-- Cases, corrective actions and year books as they stand, and what is owed on them.

create table case_row (
    id                 uuid primary key,
    chrono             bigint not null unique,
    year               bigint not null,
    ordinal            bigint not null,
    number             text collate "C" not null unique,
    version            bigint not null,
    kind               text collate "C" not null,
    channel            text collate "C" not null,
    written            boolean not null,
    unit_id            uuid,
    stage              text collate "C" not null,
    received_on        text collate "C" not null,
    registered_on      text collate "C" not null,
    limit_on           text collate "C",
    first_limit_on     text collate "C",
    answered_on        text collate "C",
    closed_on          text collate "C",
    running_on         text collate "C",
    limit_key          text collate "C" not null,
    outcome            text collate "C",
    severity           text collate "C",
    safety             boolean not null,
    protected          boolean not null,
    imported           boolean not null,
    annulled           boolean not null,
    extended           boolean not null,
    reopened           boolean not null,
    complainant_name   text collate "C" not null,
    complainant_sort   text collate "C" not null,
    complainant_key    text collate "C" not null,
    complainant_phone  text collate "C" not null,
    phone_key          text collate "C" not null,
    summary            text collate "C" not null,
    last_event_at      bigint not null
);

create index case_received on case_row (received_on, chrono);
create index case_limit on case_row (limit_key, chrono);
create index case_running on case_row (running_on, chrono) where running_on is not null;
create index case_late on case_row (chrono) where answered_on > limit_on;
create index case_touched on case_row (last_event_at, chrono);
create index case_complainant on case_row (complainant_sort, chrono);
create index case_complainant_key on case_row (complainant_key, chrono desc) where complainant_key <> '';
create index case_phone_key on case_row (phone_key, chrono desc) where phone_key <> '';
create index case_kind on case_row (kind, chrono);
create index case_channel on case_row (channel, chrono);
create index case_unit on case_row (unit_id, chrono) where unit_id is not null;
create index case_stage on case_row (stage, chrono);
create index case_protected on case_row (chrono) where protected;

-- Apart from the line, so that walking along the register does not leaf through every state. What was written of
-- line, subjects and people stands here as digests, so that one look tells what changed.
create table case_state (
    case_id  uuid primary key references case_row (id),
    written  text collate "C" not null,
    state    text collate "C" not null
);

create table case_subject (
    case_id  uuid not null references case_row (id),
    subject  text collate "C" not null,
    chrono   bigint not null,
    primary key (case_id, subject)
);

create index case_subject_chrono on case_subject (subject, chrono);

create table case_person (
    case_id    uuid not null references case_row (id),
    person_id  uuid not null,
    part       text collate "C" not null,
    primary key (case_id, person_id, part)
);

create index case_person_person on case_person (person_id, case_id, part);

create table corrective_action (
    id         uuid primary key,
    chrono     bigint not null unique,
    year       bigint not null,
    ordinal    bigint not null,
    number     text collate "C" not null unique,
    version    bigint not null,
    stage      text collate "C" not null,
    owner_id   uuid,
    due_on     text collate "C",
    opened_on  text collate "C" not null,
    closed_on  text collate "C",
    summary    text collate "C" not null,
    state      text collate "C" not null
);

create index corrective_action_stage on corrective_action (stage, chrono);

create table case_corrective_action (
    case_id    uuid not null references case_row (id),
    action_id  uuid not null references corrective_action (id),
    primary key (case_id, action_id)
);

create index case_corrective_action_action on case_corrective_action (action_id, case_id);

create table year_book (
    id             uuid primary key,
    year           bigint not null unique,
    version        bigint not null,
    stage          text collate "C" not null,
    frozen_digest  text collate "C",
    state          text collate "C" not null
);

create table obligation (
    stream_kind    text collate "C" not null,
    stream_id      uuid not null,
    ordinal        bigint not null,
    number         text collate "C" not null,
    rule           text collate "C" not null,
    act            text collate "C" not null,
    holder_role    text collate "C",
    holder_person  uuid,
    holder_unit    uuid,
    holder_key     text collate "C" not null,
    opens_on       text collate "C",
    due_on         text collate "C",
    due_at         bigint,
    due_key        text collate "C" not null,
    provisional    boolean not null,
    anchor         text collate "C" not null,
    primary key (stream_kind, stream_id, ordinal)
);

create index obligation_holder on obligation (holder_key, due_key, stream_id, ordinal);
create index obligation_due on obligation (due_key, stream_id, ordinal);

create table read_log (
    person_id  uuid not null,
    case_id    uuid not null,
    at         bigint not null,
    what       text collate "C" not null
);

create index read_log_case on read_log (case_id, at);
create index read_log_person on read_log (person_id, at);
