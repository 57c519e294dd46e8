-- What a disaster took is reported like any other change, and stands in the record with its day; the watch reads it there.
insert into changes.duty (kind, valid_from, role, working_days, grade) values ('DISASTER', '2016-01-01', 'COUNTY_OFFICER', 5, 'example');

-- Alerts of before, of which the figure alone was kept.
insert into registry.fact (household, village, kind, content, valid_from, known_from, source)
    select a.household, a.village, 'DISASTER', jsonb_build_array(jsonb_build_object('on', a.opened_on, 'what', 'OTHER',
            'lossYuan', to_char(a.figure_fen / 100.0, 'FM9999999999990.00'))),
        a.opened_on, now(), '返贫预警登记的损失'
    from matching.alert a
    where a.reason = 'DISASTER' and a.state <> 'CLOSED';
