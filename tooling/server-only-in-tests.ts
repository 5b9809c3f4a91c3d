// `server-only` throws outside Next's server build; tests and programs run server code in plain Node intentionally.
export {}
