-- The engine looks for due jobs and for due tasks without an index of its own.
create index redress_job_due on act_ru_job (duedate_);
create index redress_task_due on act_ru_task (due_date_, id_);
