# Loanbook 贷款台账. Build: docker build -t loanbook .   Run: see compose.yaml
FROM node:24-bookworm-slim AS build
WORKDIR /loanbook
COPY package.json package-lock.json .npmrc ./
COPY packages/engine/package.json packages/engine/
COPY packages/contract/package.json packages/contract/
COPY packages/ledger-reader/package.json packages/ledger-reader/
COPY apps/server/package.json apps/server/
COPY apps/web/package.json apps/web/
RUN npm ci --ignore-scripts
COPY . .
RUN node tools/build-web.ts && npm prune --omit=dev --ignore-scripts

FROM node:24-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=8080 LOANBOOK_DATA=/data
WORKDIR /loanbook
COPY --from=build /loanbook ./
# Keys and uploaded files, and the database too where no DATABASE_URL names another: all that must be kept.
RUN mkdir /data && chown node:node /data
VOLUME /data
USER node
EXPOSE 8080
HEALTHCHECK --interval=15s --timeout=5s --start-period=60s CMD ["node", "-e", "fetch('http://127.0.0.1:' + process.env.PORT + '/api/health').then((reply) => process.exit(reply.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "--disable-warning=ExperimentalWarning", "apps/server/src/main.ts"]
