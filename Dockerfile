# The image of the dashboard and of the collector. How it is used and what was tried: infra/README.md.
# `npm run -s check:image` carries out these very lines without a container engine and tries what comes out.

# The full image has the compiler that better-sqlite3 wants where its ready-made binary cannot be fetched.
FROM node:24.22.3-bookworm AS build
WORKDIR /src
ENV NEXT_TELEMETRY_DISABLED=1
COPY package.json package-lock.json .npmrc ./
# No package runs anything of its own but this one, which needs its binding.
RUN npm ci --ignore-scripts && npm rebuild --ignore-scripts=false better-sqlite3
COPY . .
RUN sh infra/image/build.sh /out

FROM node:24.22.3-bookworm-slim
LABEL org.opencontainers.image.title="Sealwatch"
LABEL org.opencontainers.image.description="Tells the truth about Azure Disk Encryption across a fleet of virtual machines"
LABEL org.opencontainers.image.licenses="MIT"
# Next listens on the name of the machine unless told otherwise; a container's own name is not where others look.
ENV NODE_ENV=production HOSTNAME=0.0.0.0 PORT=3000 NEXT_TELEMETRY_DISABLED=1 SEALWATCH_DATA_DIR=/data
WORKDIR /app
# Owned by root: the program cannot change itself even where the file system is not mounted read-only.
COPY --from=build /out/ ./
RUN install -d -o 65532 -g 65532 -m 0700 /data
VOLUME /data
USER 65532:65532
EXPOSE 3000
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=30s --timeout=5s --start-period=20s --retries=3 CMD ["node", "health.mjs"]
# Node itself, not npm: signals reach it. The collector is `node collect.mjs`, migrations are `node store.mjs migrate`.
CMD ["node", "server.js"]
