# syntax=docker/dockerfile:1
# The host with everything embedded: API, search index, and the storefront that it starts as a child process.
# Build from the root of the repository: docker build -f infra/docker/api.Dockerfile -t marketplace/api .

# With --build-arg PREVIOUS=<the image of the version before> it goes on knowing the documents that the storefront of that version asks by,
# so that pages are whole while one version takes the other's place (docs/scaling.md).
ARG PREVIOUS=no-version-before

# Node is the one that web/package.json pins, the SDK is of global.json's band: ImageTests holds them together.
FROM node:24.21.0-bookworm-slim AS web
WORKDIR /src/web
COPY web/package.json web/package-lock.json ./
RUN npm ci --include=dev --no-audit --no-fund
COPY schema.graphql /src/schema.graphql
COPY web/ ./
RUN npm run build

FROM node:24.21.0-bookworm-slim AS no-version-before
RUN mkdir --parents /app/web/build && echo '{}' > /app/web/build/persisted-documents.json

FROM ${PREVIOUS} AS previous

FROM node:24.21.0-bookworm-slim AS documents
WORKDIR /documents
COPY --from=previous /app/web/build/persisted-documents.json old.json
COPY --from=web /src/web/build/persisted-documents.json new.json
# A document's name is the hash of its content, so the same name is the same document.
RUN node -e "const { readFileSync, writeFileSync } = require('node:fs'), read = (file) => JSON.parse(readFileSync(file)); writeFileSync('all.json', JSON.stringify({ ...read('old.json'), ...read('new.json') }))"

FROM mcr.microsoft.com/dotnet/sdk:10.0.401-noble AS api
WORKDIR /src
# Only what a restore reads, so that a change of code does not fetch every package again.
COPY global.json Directory.* ./
COPY build/ build/
COPY src/Marketplace.Core/Marketplace.Core.csproj src/Marketplace.Core/packages.lock.json src/Marketplace.Core/
COPY src/Marketplace.Data/Marketplace.Data.csproj src/Marketplace.Data/packages.lock.json src/Marketplace.Data/
COPY src/Marketplace.Data.Sqlite/Marketplace.Data.Sqlite.csproj src/Marketplace.Data.Sqlite/packages.lock.json src/Marketplace.Data.Sqlite/
COPY src/Marketplace.Data.SqlServer/Marketplace.Data.SqlServer.csproj src/Marketplace.Data.SqlServer/packages.lock.json src/Marketplace.Data.SqlServer/
COPY src/Marketplace.Files/Marketplace.Files.csproj src/Marketplace.Files/packages.lock.json src/Marketplace.Files/
COPY src/Marketplace.Payments/Marketplace.Payments.csproj src/Marketplace.Payments/packages.lock.json src/Marketplace.Payments/
COPY src/Marketplace.Search/Marketplace.Search.csproj src/Marketplace.Search/packages.lock.json src/Marketplace.Search/
COPY src/Marketplace.Api/Marketplace.Api.csproj src/Marketplace.Api/packages.lock.json src/Marketplace.Api/
RUN dotnet restore src/Marketplace.Api/Marketplace.Api.csproj --locked-mode
COPY .editorconfig ./
COPY src/ src/
# The storefront was built above.
RUN dotnet publish src/Marketplace.Api/Marketplace.Api.csproj -c Release --no-restore -p:SkipStorefront=true -o /app

# The full image, not a chiselled one: it has ICU and the time zones, which Vietnamese order and Vietnam's day need.
FROM mcr.microsoft.com/dotnet/aspnet:10.0.12-noble
WORKDIR /app
COPY --from=web /usr/local/bin/node /usr/local/bin/node
COPY --from=api /app ./
COPY --from=web /src/web/package.json web/package.json
COPY --from=web /src/web/build/ web/build/
COPY --from=documents /documents/all.json web/build/persisted-documents.json
# A new volume takes over the owner of the folder that it covers.
RUN install --directory --owner=$APP_UID --group=$APP_UID /data
# The root may be read-only: what is written lies in /data and /tmp.
ENV Urls=http://+:8080 \
    ASPNETCORE_HTTP_PORTS= \
    Data__Directory=/data \
    DOTNET_EnableDiagnostics=0
VOLUME /data
EXPOSE 8080
USER $APP_UID
HEALTHCHECK --interval=10s --timeout=5s --start-period=120s --retries=3 \
    CMD ["node", "-e", "fetch('http://127.0.0.1:8080/health/ready').then(answer => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["dotnet", "Marketplace.Api.dll"]
