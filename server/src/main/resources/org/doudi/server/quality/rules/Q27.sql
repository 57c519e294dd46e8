-- owner: TOWNSHIP_CLERK
select i.household, cast(null as bigint) as person, min(i.number) as detail
from income i left join member m on m.household = i.household and m.number = i.number
where m.person is null
group by i.household
