-- Reserves one send to a person and notes that the message was begun.
-- KEYS 1 conversation
-- ARGV 1 now in ms, 2 name of the message or empty, 3 names kept
-- Returns the verdict; for OK also which allowance it came from and the ends of both, by which
-- settle.lua knows whether there was a contact meanwhile.
local conv, now, name = KEYS[1], tonumber(ARGV[1]), ARGV[2]

if name ~= '' and redis.call('HEXISTS', conv, 'b:' .. name) == 1 then
    return {'BEGUN_BEFORE'}
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

if name ~= '' then
    local slot = 'bk:' .. redis.call('HINCRBY', conv, 'bn', 1) % tonumber(ARGV[3])
    local oldest = redis.call('HGET', conv, slot)
    if oldest then
        redis.call('HDEL', conv, 'b:' .. oldest)
    end
    redis.call('HSET', conv, slot, name, 'b:' .. name, slot)
end
return {'OK', from, wroteEnd .. ' ' .. touchedEnd}
