-- What anybody may read without signing in (clause 2.4-11), and nothing else: the functions below are the only way to it, they
-- run with their owner's rights, take no scope, and give out names already masked.
create schema portal;
grant usage on schema portal to doudi_app;

-- How the name of an adult is written on the public page; a minor's is never written out, whatever stands here.
create table portal.masking (
    valid_from date primary key,
    rule text not null check (rule in ('FULL', 'MIDDLE', 'FAMILY')),
    grade text not null,
    source text not null
);
insert into portal.masking (valid_from, rule, grade, source) values
    ('2014-05-01', 'FULL', 'field', 'interim measures on social assistance of 2014, articles 11 and 61: results are published in the village; city pages name the applicant'),
    ('2021-11-01', 'MIDDLE', 'example', 'personal information protection law of 2021, article 6: no more than the purpose needs; how names are shortened is for the city');
grant select on portal.masking to doudi_app;

create function portal.masked(name text, birth date, day date) returns text
    language sql stable set search_path = ''
    as $$
        select case
            when name is null or name = '' then '—'
            when birth is null or birth + interval '18 years' > day or rule = 'FAMILY' then left(name, 1) || '某'
            when rule = 'FULL' then name
            when length(name) < 3 then left(name, 1) || '*'
            else left(name, 1) || repeat('*', length(name) - 2) || right(name, 1)
        end
        from (select coalesce(
            (select m.rule from portal.masking m where m.valid_from <= day order by m.valid_from desc limit 1),
            'FAMILY') as rule) as r
    $$;

create function portal.members(household bigint, day date) returns integer
    language sql stable set search_path = ''
    as $$
        select count(*)::integer
          from registry.membership m join registry.person p on p.id = m.person
         where m.household = members.household and m.known_to is null
           and m.valid_from <= day and (m.valid_to is null or m.valid_to > day)
           and (p.death is null or p.death > day)
    $$;

-- Who receives in a village: dibao and the register by household, tekun by person. The rolls of the disabled and of the
-- allowances are left out, because standing on them tells of a disability.
create function portal.receiving(village text, day date)
    returns table (roll text, applicant text, members integer, monthly_yuan text)
    language sql stable security definer set search_path = ''
    as $$
        select e.roll,
               portal.masked(p.name, p.birth, day),
               case when e.person is null then portal.members(h.id, day) else 1 end,
               e.content ->> 'monthlyYuan'
          from registry.roll_entry e
          join registry.household h on h.id = e.household
          left join registry.person p on p.id = coalesce(e.person, h.head)
         where e.village = receiving.village and e.roll in ('DIBAO', 'REGISTER', 'TEKUN') and e.known_to is null
           and e.valid_from <= day and (e.valid_to is null or e.valid_to > day)
           and (e.roll <> 'REGISTER' or e.content ->> 'state' = 'POOR')
           and (h.dissolved_on is null or h.dissolved_on > day)
           and (e.person is null or p.death is null or p.death > day)
         order by h.number, e.id
    $$;

-- Whose case hangs out now: of a village on the village's notice, of a county on the county's.
create function portal.proposed(code text, step text, day date)
    returns table (number text, village text, applicant text, members integer, dibao text, monthly_fen bigint,
        register text, notice_from date, notice_to date)
    language sql stable security definer set search_path = ''
    as $$
        select c.number,
               c.village,
               portal.masked(coalesce(p.name, c.head_name), p.birth, day),
               portal.members(c.household, day),
               coalesce(d.decided, d.township, d.machine),
               case when coalesce(d.decided, d.township, d.machine) = 'GRANTED'
                   then coalesce(d.decided_fen, d.township_fen, d.machine_fen) else 0 end,
               coalesce(r.decided, r.township, r.machine),
               c.notice_from,
               c.notice_to
          from casework.case_file c
          join registry.household h on h.id = c.household
          left join registry.person p on p.id = h.head
          left join casework.benefit d on d.case_id = c.id and d.benefit = 'DIBAO'
          left join casework.benefit r on r.case_id = c.id and r.benefit = 'REGISTER'
         where c.village >= rpad(code, 12, '0') and c.village <= rpad(code, 12, '9')
           and c.step = proposed.step and c.standing in ('RUNNING', 'PAUSED')
           and c.notice_from <= day and c.notice_to >= day
         order by c.village, c.number
    $$;

revoke execute on function portal.members(bigint, date), portal.receiving(text, date),
    portal.proposed(text, text, date) from public;
grant execute on function portal.receiving(text, date), portal.proposed(text, text, date) to doudi_app;
