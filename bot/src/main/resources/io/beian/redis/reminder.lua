-- KEYS 1 conversation
local due = redis.call('HGET', KEYS[1], 'd')
return due and {due} or {}
