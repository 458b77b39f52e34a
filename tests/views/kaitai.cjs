// A .ksy, an image and a list of [block, field, element, is text] go in; each value, as the compiled parser reads it, comes
// out on a line. The first argument is the folder of the npm packages.
const { readFileSync } = require("fs");
const [packages, ksy, image, wanted] = process.argv.slice(2);
const need = (name) => require(packages + "/node_modules/" + name);
const { KaitaiStream } = need("kaitai-struct");
const compiler = need("kaitai-struct-compiler");
const camel = (name) => name.replace(/_([a-z0-9])/g, (all, letter) => letter.toUpperCase());

// Each compiled file is a module in the universal form; it needs the stream alone.
function load(text) {
    const module = { exports: {} };
    new Function("module", "exports", "require", text)(module, module.exports, (name) =>
        name.startsWith("kaitai-struct") ? need("kaitai-struct/" + name.replace("kaitai-struct/", "")) : null);
    return Object.values(module.exports).find((value) => typeof value === "function") || module.exports;
}

function show(value) {
    if (typeof value === "boolean") return value ? "1" : "0";
    if (value instanceof Uint8Array) return Array.from(value).join(" ");
    return String(value);
}

// What JavaScript's bits cannot hold shows as such; the caller knows for which fields that is allowed.
function read(place, field, element) {
    try {
        const value = place[field];
        return show(element === null ? value : value[element].value);
    } catch (error) {
        return error instanceof RangeError ? "NaN" : "error: " + error;
    }
}

async function main() {
    const specification = need("js-yaml").load(readFileSync(ksy, "utf8"));
    const compile = compiler.compile ? compiler : new compiler();
    const files = await compile.compile("javascript", specification, null, false);
    const Parser = load(Object.values(files)[0]);
    const bytes = readFileSync(image);
    const root = new Parser(new KaitaiStream(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length)));
    for (const [block, field, element] of JSON.parse(readFileSync(wanted, "utf8"))) {
        let place = root[camel(block)];
        if (Array.isArray(place)) place = place[0];
        console.log(read(place, camel(field), element));
    }
}
main().catch((error) => { console.log(String(error.stack || error)); process.exit(1); });
