#!/bin/sh
# Makes what the image holds: build.sh FOLDER. Expects the packages of the lockfile to be installed.
set -eu
out=$1
SEALWATCH_BUILD=standalone node node_modules/next/dist/bin/next build
mkdir -p "$out"
cp -R .next/standalone/. "$out/"
cp -R .next/static "$out/.next/static"
# Next's image optimiser, which is switched off: 19 MB of native code that nothing calls.
rm -rf "$out/node_modules/sharp" "$out/node_modules/@img"
# Another driver of PostgreSQL, which pg would take only if it were told to: here because a tool of the tests brings it.
rm -rf "$out/node_modules/pg-native" "$out/node_modules/libpq" "$out/node_modules/nan"
cp infra/image/health.mjs "$out/"
node infra/image/programs.mjs "$out"
