-- Who came to a ward or left it, by reference: what tells on which ward a person is. An entry that is not JSON is passed over here,
-- and found by check-journal.
CREATE INDEX journal_stays ON journal (upper(CASE WHEN json_valid(data) THEN coalesce(data ->> '$.stay.reference', data ->> '$.stay') END), position)
WHERE type IN ('stay-admitted', 'transfer-accepted', 'discharge-cancelled', 'stay-discharged', 'admission-cancelled', 'transfer-completed');
