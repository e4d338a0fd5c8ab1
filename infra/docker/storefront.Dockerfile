# syntax=docker/dockerfile:1
# The storefront alone, for hosts that name it in Storefront__Url. It needs API_URL and STOREFRONT_KEY (web/src/env.ts).
# Build from the root of the repository: docker build -f infra/docker/storefront.Dockerfile -t marketplace/storefront .

FROM node:24.21.0-bookworm-slim AS web
WORKDIR /src/web
COPY web/package.json web/package-lock.json ./
RUN npm ci --include=dev --no-audit --no-fund
COPY schema.graphql /src/schema.graphql
COPY web/ ./
RUN npm run build

FROM node:24.21.0-bookworm-slim
WORKDIR /app
# The build needs no package at run time; package.json says that its files are modules.
COPY --from=web /src/web/package.json package.json
COPY --from=web /src/web/build/ build/
# The host in front replaces these headers and never adds to them, so they can be believed, as long as nobody else reaches this port.
ENV NODE_ENV=production \
    HOST=0.0.0.0 \
    PORT=3000 \
    PROTOCOL_HEADER=x-forwarded-proto \
    HOST_HEADER=x-forwarded-host \
    ADDRESS_HEADER=x-forwarded-for \
    SHUTDOWN_TIMEOUT=10
EXPOSE 3000
USER node
HEALTHCHECK --interval=10s --timeout=5s --start-period=20s --retries=3 \
    CMD ["node", "-e", "fetch('http://127.0.0.1:3000/healthz').then(answer => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "build/index.js"]
