#!/usr/bin/env node
// SPDX-License-Identifier: GPL-3.0-or-later
// Measures vis-timeline in Chromium with the data that Treatyline's own
// benchmarks use: CPU time of the first picture, and of a step of panning. It
// is that of the processes that run pages, with all their threads, not of
// those that serve them (network, compositing): that flatters.
//
// usage: run.mjs BENCH_GENERATE FOLDER [--json] [--full] [SIZE…]
// The packages are installed in FOLDER. Exit status 77: cannot be run here.
import { execFileSync, spawn, spawnSync } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync,
         readdirSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const HERE = dirname (fileURLToPath (import.meta.url));
const SCRIPT = "node_modules/vis-timeline/standalone/umd/vis-timeline-graph2d.min.js";
const PATIENCE_MS = 170000;

const options = process.argv.slice (2);
const json = take ("--json");
const full = take ("--full");
const [generate, folder, ...sizes] = options;
if (sizes.length === 0)
  sizes.push ("1000", "10000");
if (full)
  sizes.unshift ("10", "100");

function take (option)
{
  const index = options.indexOf (option);
  return index >= 0 && options.splice (index, 1).length > 0;
}

function skip (reason)
{
  console.error (`Other timelines are not measured: ${reason}`);
  process.exit (77);
}

function findChromium ()
{
  for (const name of ["chromium", "chromium-browser", "google-chrome"])
    if (spawnSync (name, ["--version"], { stdio: "ignore" }).status === 0)
      return name;
  return skip ("Chromium is not installed");
}

function install ()
{
  mkdirSync (folder, { recursive: true });
  for (const name of ["package.json", "package-lock.json", ".npmrc"])
    copyFileSync (join (HERE, name), join (folder, name));
  if (!existsSync (join (folder, SCRIPT)) &&
      spawnSync ("npm", ["ci"], { cwd: folder, stdio: "ignore" }).status !== 0)
    skip ("npm could not install vis-timeline");
}

// --- data ---

// The first day of what an EDTF date of the generator tells, or undefined.
function firstDay (text)
{
  const match = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?/.exec (text);
  if (match === null)
    return undefined;
  const part = Number (match[2] ?? 1);
  const month = part > 12 ? 3 * (part - 21) + 1 : part;
  return `${match[1]}-${String (month).padStart (2, "0")}-${match[3] ?? "01"}`;
}

function toItem (event)
{
  const [from, to] = event.date.split ("/");
  const start = firstDay (from) ?? firstDay (to);
  const end = to === undefined || firstDay (from) === undefined
    ? undefined : firstDay (to);
  return { id: event.id, content: event.title.en, start,
           ...(end === undefined ? {} : { end }) };
}

function makeData (n)
{
  const text = execFileSync (generate, [String (n)],
                             { encoding: "utf8", maxBuffer: 2 ** 31 - 1 });
  return JSON.stringify (JSON.parse (text).events.map (toItem));
}

// --- CPU time of the browser's pages ---

function readOr (path, otherwise)
{
  try { return readFileSync (path, "utf8"); } catch { return otherwise; }
}

function findPages (browser)
{
  const parents = new Map ();
  for (const pid of readdirSync ("/proc").filter (name => /^\d+$/.test (name)))
    {
      const stat = readOr (`/proc/${pid}/stat`, "");
      parents.set (Number (pid),
                   Number (stat.slice (stat.lastIndexOf (")") + 2).split (" ")[1]));
    }
  const isBelow = pid => {
    for (let i = 0; i < 16 && parents.has (pid); i++, pid = parents.get (pid))
      if (pid === browser)
        return true;
    return false;
  };
  return [...parents.keys ()].filter (pid => isBelow (pid) &&
    readOr (`/proc/${pid}/cmdline`, "").includes ("--type=renderer"));
}

function getCpuMs (browser)
{
  let ns = 0;
  for (const pid of findPages (browser))
    for (const task of readdirSync (`/proc/${pid}/task`))
      ns += Number (readOr (`/proc/${pid}/task/${task}/schedstat`, "0")
                    .split (" ")[0]);
  return ns / 1e6;
}

// --- one size ---

// The browser's processes go on writing for a moment after it has ended. What
// still cannot be removed is left to the system.
function removeProfile (profile)
{
  try {
    rmSync (profile, { recursive: true, force: true, maxRetries: 10 });
  } catch (error) {
    console.error (`${profile}: ${error.message}`);
  }
}

// Resolves with the CPU times of each part, in ms.
function measure (chromium, n)
{
  const files = {
    "/": ["text/html", readFileSync (join (HERE, "page.html"))],
    "/vis.js": ["text/javascript", readFileSync (join (folder, SCRIPT))],
    "/data.json": ["application/json", makeData (n)],
  };
  const profile = mkdtempSync (join (tmpdir (), "treatyline-peers-"));
  const times = { frame: [], pan: [] };
  let browser = null;
  let beganMs = 0;

  return new Promise ((resolve, reject) => {
    const server = createServer ((request, response) => {
      const [, verb, part] = /^\/mark\/(\w+)-?(\w*)/.exec (request.url) ?? [];
      if (verb === "begin")
        beganMs = getCpuMs (browser.pid);
      else if (verb === "end")
        times[part].push (getCpuMs (browser.pid) - beganMs);
      else if (verb === "done")
        resolve (times);
      else if (verb === "failed")
        request.on ("data", text => reject (new Error (String (text))));
      const [type, content] = files[request.url] ?? ["text/plain", ""];
      response.setHeader ("Content-Type", `${type}; charset=utf-8`);
      response.end (content);
    });
    const patience = setTimeout (() => resolve (null), PATIENCE_MS);

    server.listen (0, "127.0.0.1", () => {
      browser = spawn (chromium,
        ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic",
         "--no-first-run", "--disable-background-networking",
         "--disable-component-update", "--disable-sync", "--mute-audio",
         `--user-data-dir=${profile}`, "--window-size=1920,1080",
         `http://127.0.0.1:${server.address ().port}/`], { stdio: "ignore" });
      browser.on ("exit", () => {
        clearTimeout (patience);
        server.close ();
        server.closeAllConnections ();
        removeProfile (profile);
        resolve (null);
      });
    });
    server.on ("close", () => browser.kill ());
  }).finally (() => browser.kill ());
}

// --- the report ---

const STEPS = Number (/const STEPS = (\d+)/.exec (
  readFileSync (join (HERE, "page.html"), "utf8"))[1]);
const report = [];

function tell (n, name, values)
{
  values.sort ((a, b) => a - b);
  const figure = {
    name, n, unit: "ms CPU", median: values[values.length >> 1],
    low: values[0], high: values.at (-1), p95: values.at (-1),
    runs: values.length,
  };
  report.push (figure);
  if (!json)
    console.log (`${name.padEnd (28)} ${String (n).padStart (8)} records ` +
                 `${figure.median.toFixed (1).padStart (9)} ms CPU ` +
                 `(${figure.low.toFixed (1)}–${figure.high.toFixed (1)}, ` +
                 `${figure.runs} runs)`);
}

if (folder === undefined)
  {
    console.error ("usage: run.mjs BENCH_GENERATE FOLDER [--json] [--full] [SIZE…]");
    process.exit (2);
  }
const chromium = findChromium ();
install ();
for (const n of sizes.map (Number))
  {
    const times = await measure (chromium, n);
    if (times === null)
      {
        console.error (`vis-timeline shows no picture of ${n} records in ` +
                       `${PATIENCE_MS / 1000} s`);
        break;
      }
    tell (n, "vis-timeline: first frame", times.frame);
    tell (n, "vis-timeline: pan step", times.pan.map (ms => ms / STEPS));
  }
if (json)
  console.log (JSON.stringify (report, null, 2));
