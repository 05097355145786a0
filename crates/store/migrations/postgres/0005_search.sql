-- What is searched: the words with their accents to compare, and the folded words to find.

create table search_text (
    chrono  bigint primary key,
    body    text collate "C" not null
);

create table search_index (
    chrono  bigint primary key,
    words   tsvector not null
);

create index search_index_words on search_index using gin (words);
