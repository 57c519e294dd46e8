-- What the rules look at: the households in hand and what is known of them today, each a table for the time of one look. The rules name
-- these and nothing of their own, but for people of other households.

-- table: house
select id as household, village, head, cast(current_setting('doudi.looked_on') as date) as day
from registry.household
where id = any (cast(current_setting('doudi.looked_at') as bigint[])) and dissolved_on is null

-- table: member
select h.household, h.day, m.person, m.number, m.relation, p.sex, p.birth, p.death,
    p.id_no_masked as masked, p.number_sound as sound, p.phone_idx as phone,
    cast(extract(year from age(h.day, p.birth)) as integer) as age, f.content as fact,
    i.content as insured, s.content as schooled
from house h
join registry.membership m on m.household = h.household and m.known_to is null
    and m.valid_from <= h.day and (m.valid_to is null or m.valid_to > h.day)
join registry.person p on p.id = m.person
left join registry.fact f on f.household = h.household and f.village = h.village and f.person = m.person and f.kind = 'MEMBER'
    and f.known_to is null and f.valid_from <= h.day and (f.valid_to is null or f.valid_to > h.day)
left join registry.fact i on i.household = h.household and i.village = h.village and i.person = m.person and i.kind = 'INSURANCE'
    and i.known_to is null and i.valid_from <= h.day and (i.valid_to is null or i.valid_to > h.day)
left join registry.fact s on s.household = h.household and s.village = h.village and s.person = m.person and s.kind = 'SCHOOLING'
    and s.known_to is null and s.valid_from <= h.day and (s.valid_to is null or s.valid_to > h.day)

-- table: piece
select h.household, h.day, f.kind, f.content, f.valid_from
from house h
join registry.fact f on f.household = h.household and f.village = h.village and f.person is null and f.known_to is null
    and f.valid_from <= h.day and (f.valid_to is null or f.valid_to > h.day)

-- table: income
select p.household, e ->> 'memberId' as number, e ->> 'item' as item, cast(e ->> 'yuan' as numeric) as yuan
from piece p cross join lateral jsonb_array_elements(p.content) e
where p.kind = 'INCOME'

-- table: roll
select h.household, h.day, r.roll, r.person, r.content, r.valid_from
from house h
join registry.roll_entry r on r.household = h.household and r.known_to is null
    and r.valid_from <= h.day and (r.valid_to is null or r.valid_to > h.day)

-- table: register
select household, day, valid_from, content ->> 'state' as state, content ->> 'attribute' as attribute, content ->> 'cause' as cause
from roll
where roll = 'REGISTER'

-- table: measure
select m.household, m.cause, m.started_on
from registry.measure m join house h on h.household = m.household

-- table: insurance
select household, person, age, cast(insured ->> 'resident' as boolean) as resident,
    cast(insured ->> 'employee' as boolean) as employee, cast(insured ->> 'illness' as boolean) as illness
from member
where insured is not null

-- table: schooling
select household, person, age, fact, schooled ->> 'stage' as stage, schooled ->> 'absence' as absence
from member
where schooled is not null

-- table: land
select household, cast(content ->> 'arableMu' as numeric) as arable, cast(content ->> 'forestMu' as numeric) as forest
from piece
where kind = 'LAND'
