// Rebuilds the vendored files of this folder from their packages, trimmed to what the product uses:
//   npm ci && node trim.mjs            (generous: whole families of classes, for the time of building pages)
//   npm ci && node trim.mjs --tight    (only classes that occur in the Rust sources)
// What was taken from where is listed in ASSETS.md.

import { copyFileSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { PurgeCSS } from "purgecss";

const here = import.meta.dirname;
const sources = join(here, "../src");
const tight = process.argv.includes("--tight");
const from = (name) => join(here, "node_modules", name);

// Families of Tabler that a page may reach for without rebuilding the file.
const families = [
  /^container(-(fluid|xl|narrow|tight))?$/, /^row(-(cards|deck|0))?$/, /^col(-(sm|md|lg|xl))?(-(auto|\d+))?$/,
  /^order-(first|last)$/, /^(g|gx|gy)-[0-5]$/, /^(m|mt|mb|ms|me|mx|my)-([0-5]|auto)$/, /^(p|pt|pb|ps|pe|px|py)-[0-5]$/,
  /^(mt|mb|ms|me)-(md|lg)-([0-5]|auto)$/, /^(gap|column-gap|row-gap)-[0-5]$/,
  /^d-((sm|md|lg|print)-)?(none|block|inline|inline-block|flex|inline-flex|grid|table-cell)$/,
  /^flex-((md|lg)-)?(row|column|wrap|nowrap|fill|grow-[01]|shrink-[01]|row-reverse)$/,
  /^(justify-content|align-items|align-self)-((md|lg)-)?(start|end|center|between|baseline|stretch)$/,
  /^(w|h)-(25|33|50|75|100|auto|px)$/, /^min-w-0$/, /^mw-100$/, /^(overflow|position|cursor)-/, /^sticky-top$/,
  /^text-(start|end|center|nowrap|truncate|break|wrap|uppercase|lowercase|secondary|muted|body|reset|decoration-none)$/,
  /^text-(primary|red|orange|yellow|green|azure|blue|white|success|warning|danger|info)(-fg)?$/,
  /^text-md-(start|end)$/, /^fw-/, /^fst-/, /^fs-[1-6]$/, /^h[1-6]$/, /^lh-/, /^tracking-/, /^font-monospace$/, /^lead$/, /^small$/,
  /^display-[56]$/, /^border(-(0|top|bottom|start|end|top-0|bottom-0|dashed|primary|red|orange|yellow|green|azure|transparent))?$/,
  /^rounded(-(0|1|2|3|circle|pill))?$/, /^shadow(-(sm|none))?$/, /^bg-(transparent|white|light|primary|surface|surface-secondary)$/,
  /^bg-(primary|red|orange|yellow|green|azure|blue|secondary|success|warning|danger|info)-lt$/, /^opacity-/,
  /^badge/, /^card(?!-(img|rotate|gradient|cover|avatar|carousel|marketing|inverse|sponsor|tabs|stacked|progress|link))/,
  /^table(?!-(dark|info|light|primary|secondary|success|warning|danger|border))/, /^form-(?!(imagecheck|colorinput|floating|range))/,
  /^input-(group|icon)/, /^btn$/, /^btn-(primary|secondary|success|warning|danger|red|green|link|sm|lg|icon|list|close|actions|action|ghost|pill)$/,
  /^btn-(outline|ghost)-(primary|secondary|danger)$/, /^alert(-(title|description|heading|icon|list|link|success|warning|danger|info|important))?$/,
  /^nav(-(item|link|tabs|pills|bordered|fill|underline|segmented|scroll|vertical|sm))?$/, /^dropdown-(item|menu|divider|header)/, /^dropdown$/,
  /^steps/, /^timeline/, /^datagrid/, /^avatar(-(sm|md|lg|xs|xl|rounded|list|list-stacked))?$/, /^progress(-(bar|sm|steps))?$/, /^empty/,
  /^list-(group|inline|unstyled|bullets|separators)/, /^breadcrumb/, /^pagination/, /^page-(item|link|prev|next)/,
  /^status(-(dot|red|orange|yellow|green|azure|primary|lite|blue))?$/, /^hr-text/, /^visually-hidden/, /^accordion/, /^icon/, /^switch-icon$/, /^tag/,
  /^subheader$/, /^markdown$/, /^prose$/, /^blockquote/, /^divide-(x|y)/, /^space-(x|y)/, /^stretched-link$/, /^link-(secondary|body|reset|primary)/,
  /^spinner-border/, /^float-(start|end)$/, /^align-(top|middle|bottom|baseline)$/, /^is-(in)?valid/, /^(in)?valid-feedback$/,
  /^active$/, /^disabled$/, /^show$/, /^sortable/, /^ribbon$/, /^figure/, /^caption/, /^hover-/, /^legend/,
];

const rustFiles = (folder) =>
  readdirSync(folder, { recursive: true })
    .filter((name) => name.endsWith(".rs"))
    .map((name) => ({ raw: readFileSync(join(folder, name), "utf8"), extension: "rs" }));

async function tabler() {
  const raw = readFileSync(from("@tabler/core/dist/css/tabler.min.css"), "utf8");
  const [trimmed] = await new PurgeCSS().purge({
    content: rustFiles(sources),
    css: [{ raw }],
    defaultExtractor: (text) => text.match(/[A-Za-z0-9_-]+/g) ?? [],
    safelist: { standard: tight ? [] : families, deep: [], greedy: [/data-bs-theme/] },
    keyframes: true,
    variables: false,
  });
  // The product brings its own typeface; source maps are not served.
  const css = withoutUnused(trimmed.css.replace(/\/\*# sourceMappingURL.*?\*\//g, ""));
  writeFileSync(join(here, "tabler.css"), css + "\n");
  return css.length;
}

// Custom properties that nothing reads, as often as that makes others unread.
function withoutUnused(css) {
  const own = readFileSync(join(here, "app.css"), "utf8");
  for (;;) {
    const read = new Set([...(css + own).matchAll(/var\(\s*(--[\w-]+)/g)].map((found) => found[1]));
    const less = css.replace(/(--tblr-[\w-]+):((?:url\([^)]*\)|"[^"]*"|[^;{}"])*)(;|(?=\}))/g, (all, name) => (read.has(name) ? all : ""));
    if (less === css) return css.replace(/[^{}]+\{\}/g, (rule) => (rule.trimStart().startsWith("@") ? rule : ""));
    css = less;
  }
}

function icons() {
  const list = readFileSync(join(sources, "ui/icon.rs"), "utf8");
  const names = [...list.matchAll(/=> "([a-z0-9-]+)"/g)].map((found) => found[1]);
  rmSync(join(here, "icons"), { recursive: true, force: true });
  mkdirSync(join(here, "icons"));
  for (const name of names) {
    const svg = readFileSync(from(`@tabler/icons/icons/outline/${name}.svg`), "utf8");
    const drawing = svg.slice(svg.indexOf(">", svg.indexOf("<svg")) + 1, svg.lastIndexOf("</svg>"));
    const paths = drawing.replace(/<path stroke="none"[^>]*\/>/, "").replace(/\s*\n\s*/g, "").replace(/ \/>/g, "/>").trim();
    writeFileSync(
      join(here, "icons", `${name}.svg`),
      `<svg class="icon" viewBox="0 0 24 24" width="24" height="24" aria-hidden="true">${paths}</svg>`,
    );
  }
  return names.length;
}

function fonts() {
  const version = JSON.parse(readFileSync(from("@fontsource/be-vietnam-pro/package.json"), "utf8")).version;
  mkdirSync(join(here, "fonts"), { recursive: true });
  let css = "/* Be Vietnam Pro, cut by script: a page loads only the cuts that its letters need. Written by trim.mjs. */\n";
  const unicode = JSON.parse(readFileSync(from("@fontsource/be-vietnam-pro/unicode.json"), "utf8"));
  for (const weight of [400, 500, 600, 700]) {
    for (const subset of ["vietnamese", "latin-ext", "latin"]) {
      const name = `be-vietnam-pro-${subset}-${weight}.woff2`;
      copyFileSync(from(`@fontsource/be-vietnam-pro/files/be-vietnam-pro-${subset}-${weight}-normal.woff2`), join(here, "fonts", name));
      css += `@font-face{font-family:"Be Vietnam Pro";font-style:normal;font-display:swap;font-weight:${weight};`;
      css += `src:url(${name}?v=${version}) format("woff2");unicode-range:${unicode[subset]}}\n`;
    }
  }
  writeFileSync(join(here, "fonts.css"), css);
}

fonts();
const count = icons();
copyFileSync(from("htmx.org/dist/htmx.min.js"), join(here, "htmx.min.js"));
const size = await tabler();
console.log(`tabler.css ${size} bytes, ${count} icons, ${readdirSync(join(here, "fonts")).length} font files, ` +
  `htmx ${statSync(join(here, "htmx.min.js")).size} bytes`);
