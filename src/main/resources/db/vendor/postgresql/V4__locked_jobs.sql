-- Exclusive jobs ask which instance has a job under way: few rows, so a partial index.
create index redress_job_locked on act_ru_job (process_instance_id_) where lock_owner_ is not null;
