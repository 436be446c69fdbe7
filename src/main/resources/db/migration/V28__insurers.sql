-- No rule asked for what a policy pays in a year: the column said what nobody looked at.
alter table insurance_policy drop column year_limit;

-- Who speaks to the insurer of a claim, also where a letter does not reach it.
alter table insurance_claim add column reporter varchar(255) default 'customer-service' not null;
