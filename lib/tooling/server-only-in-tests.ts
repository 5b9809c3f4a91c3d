// `server-only` throws outside Next's server build; tests run server code in plain Node on purpose.
export {}
