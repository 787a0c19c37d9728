import { defineConfig } from "vite";

// The bot serves the page at /shop; `npm run dev` serves it here and asks the running bot for the rest.
export default defineConfig({
  base: "/shop/",
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  build: {
    target: "es2022",
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rollupOptions: {
      // the demo page, and the chat by itself under a name that a shop's own pages can refer to
      input: { index: "index.html", chat: "src/chat/element.tsx" },
      output: { entryFileNames: ({ name }) => (name === "chat" ? "chat.js" : "assets/[name]-[hash].js") },
    },
  },
  server: { proxy: { "^/shop/(session|messages|demo|pictures)": "http://127.0.0.1:5005" } },
});
