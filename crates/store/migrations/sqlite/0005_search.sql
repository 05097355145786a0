-- What is searched: the words with their accents to compare, and the folded words to find.

create table search_text (
    chrono  integer primary key,
    body    text not null
) strict;

-- Contentless, because the text stands in search_text; the row number is the case's chrono, so that the
-- newest come first without sorting. Merging is left to the background, where nobody waits for it.
create virtual table search_index using fts5 (
    words,
    content = '',
    contentless_delete = 1,
    detail = full,
    tokenize = 'unicode61 remove_diacritics 2',
    prefix = '2 3'
);

insert into search_index (search_index, rank) values ('automerge', 0);
insert into search_index (search_index, rank) values ('crisismerge', 64);
