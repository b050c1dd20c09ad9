-- Claims a message and reserves one send to a person for it.
-- KEYS 1 conversation
-- ARGV 1 now in ms, 2 name of the message or empty, 3 names kept, 4 ms after which a claim that
--      did not end may be renewed
-- Returns the verdict; for OK also which allowance it came from and the ends of both, by which
-- settle.lua knows whether there was a contact meanwhile, the slot, and the mark.
-- The mark b:<name> is the slot for a message that left, else "slot claimed-at allowance ends";
-- the time is that of Redis, which is the same for every node.
local conv, now, name = KEYS[1], tonumber(ARGV[1]), ARGV[2]

local time = redis.call('TIME')
local at = time[1] * 1000 + math.floor(time[2] / 1000)
local mark = name ~= '' and redis.call('HGET', conv, 'b:' .. name)
if mark then
    local slot, since, from, ends = string.match(mark, '^(%S+) (%d+) (%S+) (.+)$')
    if not slot then
        return {'LEFT_BEFORE'}
    elseif at - since < tonumber(ARGV[4]) then
        return {'UNDER_WAY'}
    end
    -- Whoever claimed it died; what it reserved still is.
    mark = table.concat({slot, at, from, ends}, ' ')
    redis.call('HSET', conv, 'b:' .. name, mark)
    return {'OK', from, ends, slot, mark}
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

local ends, slot = wroteEnd .. ' ' .. touchedEnd, ''
mark = ''
if name ~= '' then
    slot = 'bk:' .. redis.call('HINCRBY', conv, 'bn', 1) % tonumber(ARGV[3])
    local oldest = redis.call('HGET', conv, slot)
    if oldest then
        redis.call('HDEL', conv, 'b:' .. oldest)
    end
    mark = table.concat({slot, at, from, ends}, ' ')
    redis.call('HSET', conv, slot, name, 'b:' .. name, mark)
end
return {'OK', from, ends, slot, mark}
