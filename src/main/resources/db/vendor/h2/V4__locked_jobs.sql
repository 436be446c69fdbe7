-- H2 knows no partial index.
create index redress_job_locked on act_ru_job (process_instance_id_, lock_owner_);
