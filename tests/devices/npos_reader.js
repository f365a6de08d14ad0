"use strict";

// What a stranger's parser (npos) understands of a print job read from standard input, as JSON: one row for each
// command with its argument bytes, text decoded by iconv-lite in the code page that is told. `node npos_reader.js FOLDER`
const path = require("path");
const fs = require("fs");
const folder = path.resolve(process.argv[2], "node_modules");
const parser = require(path.join(folder, "npos", "lib", "parser"))();
const raster = require(path.join(folder, "npos", "lib", "codecs", "raster"));
const iconv = require(path.join(folder, "iconv-lite"));
const page = process.argv[3];

function row(raw, node) {
  const whole = raw.subarray(node.offset, node.offset + node.length);
  if (node.ascii === "STX") return { command: "text", text: iconv.decode(whole, page) };
  const command = node.ascii + " " + node.fn;
  if (command !== "GS v0") return { command, data: [...whole.subarray(1 + node.fn.length)] };
  const picture = raster.decode(raw, [node]);
  const dots = [];
  for (let y = 0; y < picture.height; y++) {
    let line = "";
    for (let x = 0; x < picture.width; x++) line += picture.getPixel(x, y) === 0 ? "#" : ".";
    dots.push(line);
  }
  return { command, dots };
}

const found = parser.analyze(fs.readFileSync(0));
if (found.error) {
  process.stdout.write(JSON.stringify({ error: String(found.error.message) }));
} else {
  process.stdout.write(JSON.stringify({ rows: found.tree.map((node) => row(found.raw, node)) }));
}
