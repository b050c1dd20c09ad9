-- Claims a message and takes one permission to send a notice for it. Marks are those of spend.lua.
-- KEYS 1 conversation
-- ARGV 1 template, 2 name of the message, 3 names kept, 4 ms after which a claim that did not end
--      may be renewed
-- Returns the verdict, and for OK the slot and the mark.
local conv, name = KEYS[1], ARGV[2]

local time = redis.call('TIME')
local at = time[1] * 1000 + math.floor(time[2] / 1000)
local mark = redis.call('HGET', conv, 'b:' .. name)
if mark then
    local slot, since = string.match(mark, '^(%S+) (%d+)')
    if not slot then
        return {'LEFT_BEFORE'}
    elseif at - since < tonumber(ARGV[4]) then
        return {'UNDER_WAY'}
    end
    mark = slot .. ' ' .. at
    redis.call('HSET', conv, 'b:' .. name, mark)
    return {'OK', slot, mark}
end

local permissions = tonumber(redis.call('HGET', conv, 'p:' .. ARGV[1]) or '0')
if permissions < 1 then
    return {'NONE'}
end
redis.call('HINCRBY', conv, 'p:' .. ARGV[1], -1)
local slot = 'bk:' .. redis.call('HINCRBY', conv, 'bn', 1) % tonumber(ARGV[3])
local oldest = redis.call('HGET', conv, slot)
if oldest then
    redis.call('HDEL', conv, 'b:' .. oldest)
end
mark = slot .. ' ' .. at
redis.call('HSET', conv, slot, name, 'b:' .. name, mark)
return {'OK', slot, mark}
