-- A view keeps the columns of the day that it was made on, and rules get more of them: whoever reads a rule asks the table for those in force.
drop view reverification.rhythm_in_force;
