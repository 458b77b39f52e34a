// An AVR DA as far as its NVMCTRL writes program flash, around avr8js's processor. In: the path of avr8js and an image of
// flash (binary). Out: the firmware's text and exit status; status 98 where a rule of the part was broken. Bytes 0x1F400 to
// 0x1F9FF are APPDATA, the rest may not be written.
const fs = require('fs');
const { CPU, avrInstruction } = require(process.argv[2]);

const SPM = 0x95E8, CTRLA = 0x1000, STATUS = 0x1002, RAMPZ = 0x5B;
// An OUT reaches the emulator 0x20 higher, for on its parts the registers lie below.
const CCP_ADDRESSES = [0x34, 0x54], GPR0_ADDRESSES = [0x1C, 0x3C], GPR1_ADDRESSES = [0x1D, 0x3D];
const FIRST = 0x1F400, END = 0x1FA00, PAGE = 512, WINDOW = 4, BUSY_CYCLES = 500;
const COMMANDS = { 0: 'none', 1: 'none', 2: 'write', 8: 'erase page' };

const flash = new Uint16Array(0x10000), bytes = new Uint8Array(flash.buffer);
bytes.set(fs.readFileSync(process.argv[3]));
const cpu = new CPU(flash, 0xFF00);
let instructions = 0, unlockedAt = -100, command = 'none', busyUntil = 0, error = 0, text = '', status = -1;

function end(exit) { process.stdout.write(text); process.exit(exit); }
function broken(rule) { process.stderr.write('broken rule: ' + rule + ' at ' + (cpu.pc * 2).toString(16) + '\n'); end(98); }
const isBusy = () => cpu.cycles < busyUntil;

for (const address of CCP_ADDRESSES)
    cpu.writeHooks[address] = (value) => {
        if (value !== 0x9D) broken('CCP takes 0x9D for commands, not ' + value);
        unlockedAt = instructions;
        return true;
    };
cpu.writeHooks[CTRLA] = (value) => {
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
cpu.readHooks[STATUS] = () => error | (isBusy() ? 1 : 0);
cpu.writeHooks[STATUS] = (value) => { error = value & 0x70; return true; };
for (const address of GPR0_ADDRESSES)
    cpu.writeHooks[address] = (value) => { text += String.fromCharCode(value); return true; };
for (const address of GPR1_ADDRESSES)
    cpu.writeHooks[address] = (value) => { status = value; return true; };

function storeProgramMemory() {
    const address = cpu.data[RAMPZ] << 16 | cpu.data[31] << 8 | cpu.data[30];
    if (isBusy()) broken('SPM while busy');
    if (command === 'none') broken('SPM without a command');
    busyUntil = cpu.cycles + BUSY_CYCLES;
    if (address < FIRST || address >= END) { error = 0x20; return; }
    if (command === 'erase page') bytes.fill(0xFF, address & -PAGE, (address & -PAGE) + PAGE);
    else flash[address >> 1] &= cpu.data[1] << 8 | cpu.data[0];
}

while (status < 0) {
    if (++instructions > 30000000) broken('does not end');
    if (flash[cpu.pc] === SPM) { storeProgramMemory(); cpu.pc++; cpu.cycles++; }
    else avrInstruction(cpu);
}
end(status);
