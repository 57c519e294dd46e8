-- A household's facts are asked for with its village, so that one county's part is looked into. By the village alone the planner at times read the
-- facts of the whole village for those of one household; with the household behind it, the index finds both.
drop index registry.fact_village;
create index fact_village on registry.fact (village, household);
