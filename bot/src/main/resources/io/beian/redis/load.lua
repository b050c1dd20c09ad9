-- KEYS 1 conversation
local stored = redis.call('HMGET', KEYS[1], 'v', 's')
return {'STORED', tonumber(stored[1] or '0'), stored[2] or ''}
