-- At which further tasks the same bytes were attached: they are evidence there, too, and kept once.
create table attachment_again (
  attachment_id varchar(36) not null references attachment on delete cascade,
  process varchar(255) not null,
  step varchar(255) not null,
  task_id varchar(64) not null,
  attached_by varchar(255) not null,
  attached_at timestamp with time zone not null,
  primary key (attachment_id, task_id)
);
create index attachment_again_task on attachment_again (task_id);
