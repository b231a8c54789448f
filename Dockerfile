# The compiled server on a small image. `docker build -t crm-graph . && docker run -p 4000:4000 crm-graph` is the demo.
FROM node:24-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc tsconfig.json ./
RUN npm ci
COPY src ./src
RUN npm run build

FROM node:24-bookworm-slim
WORKDIR /app
ENV NODE_ENV=production
ENV HOST=0.0.0.0
# What is read comes in pieces of 64 kB that are given back at once: with a heap of its own for each thread the allocator of this system
# holds 40 MB more of them under load, for no less time.
ENV MALLOC_ARENA_MAX=1
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev
COPY --from=build /app/dist ./dist
USER node
EXPOSE 4000
HEALTHCHECK --interval=30s --timeout=3s --start-period=10s CMD ["node", "-e", "fetch('http://127.0.0.1:' + (process.env.PORT || 4000) + '/health').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
# The room for new objects would grow to 128 MB under load. Under the same load the container holds some 25 MB more with 24 than with 16,
# which takes a few percent more time, and as much again with 32.
CMD ["node", "--enable-source-maps", "--max-semi-space-size=24", "dist/main.js"]
