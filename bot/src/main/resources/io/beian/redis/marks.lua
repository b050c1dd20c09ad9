-- What is known by name of a person's messages and events, for the scripts that follow it.
-- b:<name> is "slot" for what left or happened, "slot claimed-at more" for a message that is
-- claimed; bk:<n> are the slots, a ring, so that old names are forgotten.

-- The time of Redis, which is the same for every node.
local function redisMillis()
    local time = redis.call('TIME')
    return time[1] * 1000 + math.floor(time[2] / 1000)
end

local function put(conv, name, slot, more)
    local mark = more and table.concat({slot, redisMillis(), more}, ' ') or slot
    redis.call('HSET', conv, slot, name, 'b:' .. name, mark)
    return mark
end

-- Marks a name that is not known yet, as claimed if there is more to keep with it.
local function mark(conv, name, kept, more)
    local slot = 'bk:' .. redis.call('HINCRBY', conv, 'bn', 1) % tonumber(kept)
    local oldest = redis.call('HGET', conv, slot)
    if oldest then
        redis.call('HDEL', conv, 'b:' .. oldest)
    end
    return put(conv, name, slot, more)
end

-- The verdict on a message that is known, and for OK its mark and what was kept with it: whoever
-- claimed it so many ms ago and did not send it has died.
local function renew(conv, name, ms)
    local known = redis.call('HGET', conv, 'b:' .. name)
    if not known then
        return nil
    end
    local slot, since, more = string.match(known, '^(%S+) (%d+) (.+)$')
    if not slot then
        return 'LEFT_BEFORE'
    elseif redisMillis() - since < tonumber(ms) then
        return 'UNDER_WAY'
    end
    return 'OK', put(conv, name, slot, more), more
end

local function forget(conv, name)
    local known = redis.call('HGET', conv, 'b:' .. name)
    if known then
        redis.call('HDEL', conv, string.match(known, '^%S+'), 'b:' .. name)
    end
    return known
end
