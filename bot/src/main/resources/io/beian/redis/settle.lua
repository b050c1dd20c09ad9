-- A send that was reserved did not take place: takes the mark of the message back, and sets the
-- allowances right, unless the person has been in contact since, which sets them anyway. After
-- marks.lua.
-- KEYS 1 conversation
-- ARGV 1 name of the message or empty, 2 allowance it came from, 3 ends of both as they were then,
--      4 give (it never left), count (WeChat says none is left), time (their time is over) or
--      never (the person cannot be reached)
local conv, name, from, ends, what = KEYS[1], ARGV[1], ARGV[2], ARGV[3], ARGV[4]

forget(conv, name)
local left = redis.call('HGET', conv, 'q')
if not left then
    return {0}
end
local wrote, wroteEnd, touched, touchedEnd = string.match(left, '^(%d+) (%d+) (%d+) (%d+)$')
if wroteEnd .. ' ' .. touchedEnd ~= ends then
    return {0}
end
if what == 'give' then
    wrote = wrote + (from == 'wrote' and 1 or 0)
    touched = touched + (from == 'touched' and 1 or 0)
elseif what == 'count' then
    wrote, touched = 0, 0
elseif what == 'time' then
    wroteEnd, touchedEnd = 0, 0
else
    redis.call('HDEL', conv, 'q')
    return {1}
end
redis.call('HSET', conv, 'q', table.concat({wrote, wroteEnd, touched, touchedEnd}, ' '))
return {1}
