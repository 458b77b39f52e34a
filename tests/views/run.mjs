// A MicroPython program goes in (a file's name, after the folder of the npm packages); what it prints comes out.
import { readFileSync } from "fs";
const [packages, program] = process.argv.slice(2);
const { loadMicroPython } = await import(
    packages + "/node_modules/@micropython/micropython-webassembly-pyscript/micropython.mjs");
const micropython = await loadMicroPython({ heapsize: 4 * 1024 * 1024, stdout: (line) => console.log(line), linebuffer: true });
try {
    micropython.runPython(readFileSync(program, "utf8"));
} catch (error) {
    console.log(String(error.message || error).trim().split("\n").pop());
    process.exit(1);
}
