// An AVR as far as its NVM controller goes, around avr8js's processor. In: the path of avr8js, an image of flash (binary)
// and the family: dx, du, ea, eb, tiny or mega. Out: what it sends on USART0; then the line of the firmware's first failed
// check, erases and programs, and what the rows hold, as JSON; exit status 1 where a rule of the part was broken.
const fs = require('fs');
const { CPU, avrInstruction, AVREEPROM, EEPROMMemoryBackend } = require(process.argv[2]);

const CTRLA = 0x1000, CTRLB = 0x1001, CTRLC = 0x1002, CPUINT_STATUS = 0x0111;
// An OUT reaches the emulator 0x20 higher, for on its parts the registers lie below.
const OUT = 0x20;
const CCP = 0x34, WINDOW = 4, BUSY_CYCLES = 2000;
const ARMED = { 0: 'none', 1: 'none', 2: 'write row', 8: 'erase row', 0x12: 'write eeprom', 0x18: 'erase eeprom' };
const BUFFERED = { 0: 'none', 1: 'none', 4: 'write row', 8: 'erase row', 0xF: 'clear row', 0x14: 'write eeprom',
    0x17: 'erase eeprom', 0x1F: 'clear eeprom' };
// The first generation's commands do not say which memory: the address does.
const FIRST = { 0: 'none', 1: 'write', 2: 'erase', 4: 'clear' };
const FAMILIES = {
    dx: { status: 0x1002, userrow: [0x1080, 32], commands: ARMED, errors: 0x70 },
    du: { status: 0x1006, userrow: [0x1200, 512], commands: ARMED, errors: 0x70, locks: true },
    ea: { status: 0x1006, userrow: [0x1080, 64], commands: BUFFERED, errors: 0x70 },
    eb: { status: 0x1006, userrow: [0x1200, 64], commands: BUFFERED, errors: 0x70, locks: true },
    tiny: { status: 0x1002, userrow: [0x1300, 64], commands: FIRST, errors: 0, erasesBytes: true },
    mega: {}
};
const name = process.argv[4], family = FAMILIES[name], EEPROM = [0x1400, 256];
const isBuffered = family.commands !== ARMED;

const flash = new Uint16Array(0x10000);
new Uint8Array(flash.buffer).set(fs.readFileSync(process.argv[3]));
const cpu = new CPU(flash, 0xFF00);
const counts = { erases: 0, programs: 0, eepromErases: 0, eepromPrograms: 0 };
let failed = -1, instructions = 0, isOver = false;

function broken(rule) {
    console.log('broken rule: ' + rule + ' at ' + (cpu.pc * 2).toString(16));
    process.exit(1);
}

function program(memory, address, value) {
    if ((value & ~cpu.data[address]) !== 0) broken('a bit would have to rise');
    cpu.data[address] &= value;
    counts[memory === 'row' ? 'programs' : 'eepromPrograms']++;
}

function erase(memory, address) {
    if (memory === 'row' && !family.erasesBytes) cpu.data.fill(0xFF, family.userrow[0], family.userrow[0] + family.userrow[1]);
    else cpu.data[address] = 0xFF;
    counts[memory === 'row' ? 'erases' : 'eepromErases']++;
}

// NVMCTRL: the signature's window, busy times, commands without COMMAND_NONE between, protected rows, the page buffer.
function controller() {
    let unlockedAt = -100, command = 'none', busyUntil = 0, busyBits = 3, status = 0, buffer = [], wasCleared = false;
    const isBusy = () => cpu.cycles < busyUntil;
    const protectedRow = (memory) => memory === 'row' ? cpu.data[CTRLC] & 1 : cpu.data[CTRLB] & 8;

    function begin() {
        busyUntil = cpu.cycles + BUSY_CYCLES;
        busyBits = busyBits === 1 ? 2 : 1; // code must not rely on which of the two it is
    }
    function carryOut(action, memory, address, value) {
        if (family.locks && protectedRow(memory)) broken('the ' + memory + ' is protected');
        if (action === 'write') program(memory, address, value); else erase(memory, address);
    }
    function runBuffered(next) {
        const [action, named] = next.split(' ');
        if (action === 'clear') { buffer = []; wasCleared = true; busyUntil = cpu.cycles + 7; return; }
        if (buffer.length === 0) broken(next + ' with an empty page buffer');
        if (!wasCleared) broken(next + ' with a page buffer that was not cleared');
        if (cpu.interruptsEnabled) broken(next + ' with interrupts on');
        for (const [memory, address, value] of buffer) {
            if (named && memory !== named) broken(next + ' for the ' + memory);
            carryOut(action, memory, address, value);
            if (action === 'erase' && memory === 'row' && !family.erasesBytes) break;
        }
        buffer = [];
        wasCleared = false;
        begin();
    }
    for (const address of [CCP, CCP + OUT])
        cpu.writeHooks[address] = (value) => {
            if (value !== 0x9D) broken('CCP takes 0x9D for commands, not ' + value);
            unlockedAt = instructions;
            return true;
        };
    cpu.writeHooks[CTRLA] = (value) => {
        if (instructions - unlockedAt > WINDOW) broken('CTRLA is locked');
        unlockedAt = -100;
        if (isBusy()) broken('a command while busy');
        const next = family.commands[value];
        if (!next) broken('no command ' + value);
        if (next !== 'none' && command !== 'none' && family.commands !== FIRST) broken('commands collide');
        if (next !== 'none' && !isBuffered && cpu.interruptsEnabled) broken('armed with interrupts on');
        command = next;
        if (next !== 'none' && isBuffered) runBuffered(next);
        return true;
    };
    cpu.readHooks[family.status] = () => status | (isBusy() ? busyBits : 0);
    cpu.writeHooks[family.status] = (value) => {
        if (name === 'tiny') broken('STATUS is read-only');
        status = value & family.errors;
        return true;
    };
    const store = (memory) => (value, old, address) => {
        if (isBusy()) broken('a store while busy');
        if (isBuffered) {
            if (command !== 'none') broken('loads the page buffer with command ' + command);
            if (cpu.interruptsEnabled) broken('loads the page buffer with interrupts on');
            buffer.push([memory, address, value]);
            return true;
        }
        const [action, named] = command.split(' ');
        if (named !== memory) broken('a store to the ' + memory + ' with command ' + command);
        carryOut(action, memory, address, value);
        begin();
        return true;
    };
    for (const [memory, [first, size]] of [['row', family.userrow], ['eeprom', EEPROM]]) {
        cpu.data.fill(0xFF, first, first + size);
        for (let offset = 0; offset < size; offset++) cpu.writeHooks[first + offset] = store(memory);
    }
}

// The classic parts' EEPROM is avr8js's own; what it would ignore counts as broken here.
function classicEeprom() {
    const backend = new EEPROMMemoryBackend(1024), eeprom = new AVREEPROM(cpu, backend);
    const hook = cpu.writeHooks[0x3F];
    cpu.writeHooks[0x3F] = (value, ...rest) => {
        if ((value & 2) !== 0 && cpu.cycles >= eeprom.writeEnabledCycles)
            broken('EEPE without EEMPE in the four cycles before');
        if ((value & 2) !== 0 && cpu.interruptsEnabled) broken('EEPE with interrupts on');
        if ((value & 0x33) !== 0 && cpu.cycles < eeprom.writeCompleteCycles) broken('EECR while busy');
        return hook(value, ...rest);
    };
    for (const register of [0x40, 0x41, 0x42])
        cpu.writeHooks[register] = () => {
            if (cpu.cycles < eeprom.writeCompleteCycles) broken('EEAR or EEDR while busy');
            return false;
        };
    backend.eraseMemory = (address) => { counts.eepromErases++; backend.memory[address] = 0xFF; };
    backend.writeMemory = (address, value) => {
        if ((value & ~backend.memory[address]) !== 0) broken('a bit would have to rise');
        counts.eepromPrograms++;
        backend.memory[address] &= value;
    };
    return backend.memory;
}

function step(value) {
    cpu.data[CPUINT_STATUS] = value === 1 ? 1 : 0;
    if (family.locks) cpu.data[CTRLC] = value === 4 ? 1 : 0;
    if (family.locks) cpu.data[CTRLB] = value === 5 ? 8 : 0;
    isOver = value === 3;
    return true;
}
const gpr = name === 'mega' ? 0x4A : 0x1C;
for (const address of [gpr, gpr + OUT]) cpu.writeHooks[address] = (value) => { failed = value; return true; };
for (const address of [gpr + 1, gpr + 1 + OUT]) cpu.writeHooks[address] = step;
const eeprom = name === 'mega' ? classicEeprom() : (controller(), cpu.data.subarray(EEPROM[0], EEPROM[0] + EEPROM[1]));

// USART0 of the parts with one sends at once; a jump to itself ends the run, too.
const USART0 = 0x0800;
let text = '';
if (name !== 'mega') {
    cpu.writeHooks[USART0 + 2] = (value) => { text += String.fromCharCode(value); return true; };
    cpu.readHooks[USART0 + 4] = () => 0x20;
}

while (!isOver) {
    const at = cpu.pc;
    avrInstruction(cpu);
    isOver = isOver || cpu.pc === at;
    cpu.tick();
    instructions++;
}
process.stdout.write(text);
const hex = (bytes) => Buffer.from(bytes).toString('hex');
const userrow = family.userrow ? cpu.data.subarray(family.userrow[0], family.userrow[0] + family.userrow[1]) : [];
console.log(JSON.stringify({ failed, ...counts, begin: hex(userrow.slice(0, 17)), end: hex(userrow.slice(-6)),
    eeprom: hex(eeprom.slice(0, 5)) }));
