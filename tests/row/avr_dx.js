// An AVR DA as far as its NVMCTRL goes, around avr8js's processor. In: the path of avr8js and an image of flash (binary).
// Out: what the firmware reported, erases and programs, and what the rows hold, as JSON; exit status 1 where a rule of the
// part was broken.
const fs = require('fs');
const { CPU, avrInstruction } = require(process.argv[2]);

const NVMCTRL_CTRLA = 0x1000, NVMCTRL_STATUS = 0x1002, CPUINT_STATUS = 0x0111, GPR0 = 0x1C, GPR1 = 0x1D;
// An OUT reaches the emulator 0x20 higher, for on its parts the registers lie below.
const CCP_ADDRESSES = [0x34, 0x54];
const WINDOW = 4, BUSY_CYCLES = 2000;
const COMMANDS = { 0: 'none', 1: 'none', 2: 'write', 8: 'erase row', 0x12: 'write eeprom', 0x18: 'erase byte' };
const USERROW = [0x1080, 32], EEPROM = [0x1400, 512];

const image = fs.readFileSync(process.argv[3]);
const flash = new Uint16Array(0x10000);
new Uint8Array(flash.buffer).set(image);
const cpu = new CPU(flash, 0xFF00);
const reports = [], counts = { erases: 0, programs: 0, eepromErases: 0, eepromPrograms: 0 };
let instructions = 0, unlockedAt = -100, command = 'none', busyUntil = 0, status = 0, isOver = false;

function broken(rule) {
    console.log('broken rule: ' + rule + ' at ' + (cpu.pc * 2).toString(16));
    process.exit(1);
}

const isBusy = () => cpu.cycles < busyUntil;
cpu.data.fill(0xFF, USERROW[0], USERROW[0] + USERROW[1]);
cpu.data.fill(0xFF, EEPROM[0], EEPROM[0] + EEPROM[1]);
for (const address of CCP_ADDRESSES)
    cpu.writeHooks[address] = (value) => {
        if (value !== 0x9D) broken('CCP takes 0x9D for commands, not ' + value);
        unlockedAt = instructions;
        return true;
    };
cpu.writeHooks[NVMCTRL_CTRLA] = (value) => {
    if (instructions - unlockedAt > WINDOW) broken('CTRLA is locked');
    unlockedAt = -100;
    if (isBusy()) broken('a command while busy');
    const next = COMMANDS[value];
    if (!next) broken('no command ' + value);
    if (next !== 'none' && command !== 'none') broken('commands collide');
    if (next !== 'none' && cpu.interruptsEnabled) broken('armed with interrupts on');
    command = next;
    return true;
};
cpu.readHooks[NVMCTRL_STATUS] = () => status | (isBusy() ? 3 : 0);
cpu.writeHooks[NVMCTRL_STATUS] = (value) => { status = value & 0x70; return true; };

function store(kind, [first, size], value, address) {
    if (isBusy()) broken('a store while busy');
    busyUntil = cpu.cycles + BUSY_CYCLES;
    if (kind === 'row' && command === 'write') { counts.programs++; cpu.data[address] &= value; }
    else if (kind === 'row' && command === 'erase row') { counts.erases++; cpu.data.fill(0xFF, first, first + size); }
    else if (kind === 'eeprom' && command === 'write eeprom') { counts.eepromPrograms++; cpu.data[address] &= value; }
    else if (kind === 'eeprom' && command === 'erase byte') { counts.eepromErases++; cpu.data[address] = 0xFF; }
    else broken('a store to the ' + kind + ' with command ' + command);
    return true;
}
for (let offset = 0; offset < USERROW[1]; offset++)
    cpu.writeHooks[USERROW[0] + offset] = (value, old, address) => store('row', USERROW, value, address);
for (let offset = 0; offset < EEPROM[1]; offset++)
    cpu.writeHooks[EEPROM[0] + offset] = (value, old, address) => store('eeprom', EEPROM, value, address);
// The firmware's own reports.
const report = (value) => { reports.push(value << 24 >> 24); return true; };
const step = (value) => {
    if (value === 1) cpu.data[CPUINT_STATUS] = 1;
    if (value === 2) cpu.data[CPUINT_STATUS] = 0;
    isOver = value === 3;
    return true;
};
for (const address of [GPR0, GPR0 + 0x20]) cpu.writeHooks[address] = report;
for (const address of [GPR1, GPR1 + 0x20]) cpu.writeHooks[address] = step;

while (!isOver) {
    avrInstruction(cpu);
    cpu.tick();
    if (++instructions > 20000000) broken('does not end');
}
if (command !== 'none') broken('a command stays armed');
if (!cpu.interruptsEnabled) broken('interrupts stay off');
console.log(JSON.stringify({ reports, ...counts,
    row: Buffer.from(cpu.data.slice(USERROW[0], USERROW[0] + USERROW[1])).toString('hex'),
    eeprom: Buffer.from(cpu.data.slice(EEPROM[0], EEPROM[0] + 16)).toString('hex') }));
