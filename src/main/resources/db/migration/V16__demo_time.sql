-- How far the time of a demo is ahead, or behind while its samples are entered; one row, and nothing in a real installation.
create table demo_time (
  ahead_seconds bigint not null
);
insert into demo_time (ahead_seconds) values (0);
