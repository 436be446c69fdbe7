-- The site whose office a complaint made to head office is about.
alter table complaint add column local_office varchar(64);
