-- Overdue tasks without a deadline of their own: told once for each due date, the key says so. Gone some time after their task.
create table overdue_task (
  task_id varchar(64) not null,
  -- As the engine keeps it, so that the two can be compared.
  due_at timestamp not null,
  complaint_id bigint not null references complaint,
  told_at timestamp with time zone not null,
  -- When the group is reminded above which nobody stands; empty where somebody does.
  remind_at timestamp with time zone,
  -- What shows it to an admin meanwhile.
  incident_id varchar(64),
  primary key (task_id, due_at)
);

create index overdue_task_complaint on overdue_task (complaint_id);
create index overdue_task_remind on overdue_task (remind_at);
