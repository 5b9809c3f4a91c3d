#!/bin/sh
# Builds the image's files: build.sh FOLDER. Requires the packages of the lockfile to be installed.
set -eu
out=$1
SEALWATCH_BUILD=standalone node node_modules/next/dist/bin/next build
mkdir -p "$out"
cp -R .next/standalone/. "$out/"
cp -R .next/static "$out/.next/static"
cp -R public "$out/public"
# Next's image optimiser, which is disabled: 19 MB of unused native code.
rm -rf "$out/node_modules/sharp" "$out/node_modules/@img"
# Another PostgreSQL driver, which pg uses only if configured: a test tool installs it.
rm -rf "$out/node_modules/pg-native" "$out/node_modules/libpq" "$out/node_modules/nan"
cp infra/image/health.mjs "$out/"
node infra/image/programs.mjs "$out"
