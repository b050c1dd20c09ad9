-- Claims a message and reserves one send to a person for it. After marks.lua.
-- KEYS 1 conversation
-- ARGV 1 now in ms, 2 name of the message or empty, 3 names kept, 4 ms after which a claim that
--      did not end may be renewed
-- Returns the verdict; for OK also the mark, which allowance the send came from, and the ends of
-- both, by which settle.lua knows whether there was a contact meanwhile.
local conv, now, name = KEYS[1], tonumber(ARGV[1]), ARGV[2]

local verdict, claimed, taken = renew(conv, name, ARGV[4])
if verdict == 'OK' then
    -- What whoever died reserved still is.
    local from, ends = string.match(taken, '^(%S+) (.+)$')
    return {verdict, claimed, from, ends}
elseif verdict then
    return {verdict}
end

local left = redis.call('HGET', conv, 'q')
if not left then
    return {'NEVER'}
end
local wrote, wroteEnd, touched, touchedEnd = string.match(left, '^(%d+) (%d+) (%d+) (%d+)$')
local open = {wrote = now < tonumber(wroteEnd), touched = now < tonumber(touchedEnd)}
local from
if open.touched and tonumber(touched) > 0 then
    from, touched = 'touched', touched - 1
elseif open.wrote and tonumber(wrote) > 0 then
    from, wrote = 'wrote', wrote - 1
else
    return {(open.wrote or open.touched) and 'COUNT_USED' or 'TIME_OVER'}
end
redis.call('HSET', conv, 'q', table.concat({wrote, wroteEnd, touched, touchedEnd}, ' '))

local ends = wroteEnd .. ' ' .. touchedEnd
claimed = name ~= '' and mark(conv, name, ARGV[3], from .. ' ' .. ends) or ''
return {'OK', claimed, from, ends}
