import { defineConfig } from "vite";

// The bot serves the page at /shop; `npm run dev` serves it here and asks the running bot for the rest.
export default defineConfig({
  base: "/shop/",
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  build: { target: "es2022", assetsInlineLimit: 0, modulePreload: { polyfill: false } },
  server: { proxy: { "^/shop/(session|messages|demo|pictures)": "http://127.0.0.1:5005" } },
});
