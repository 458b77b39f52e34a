/* Registers at a fixed address: each function makes one access through the generated header, and is counted. */
#include <stdbool.h>
#include <stdint.h>

#if defined __AVR__
#define ACCESS_DEVICE_BASE 0x0200u
#endif
#include ACCESS_HEADER

void a01_set_bit(void) { access_device_control_set_enable(true); }
void a02_field_write(uint8_t level) { access_device_control_set_level(level); }
void a02c_field_write_const(void) { access_device_control_set_level(9); }
uint8_t a03_field_read(void) { return access_device_control_read_level(); }
int16_t a04_signed_read(void) { return access_device_control_read_trim(); }
void a05_three_rmw(uint8_t mode, uint8_t level, uint8_t divisor)
{
    access_device_control_t control = access_device_control_edit();
    control = access_device_control_with_mode(control, mode);
    control = access_device_control_with_level(control, level);
    control = access_device_control_with_divisor(control, divisor);
    access_device_control_write(control);
}
void a05c_three_rmw_const(void)
{
    access_device_control_t control = access_device_control_edit();
    control = access_device_control_with_mode(control, 2);
    control = access_device_control_with_level(control, 9);
    control = access_device_control_with_divisor(control, 7);
    access_device_control_write(control);
}
void a06_w1c(void) { access_device_status_clear_f3(); }
bool a10_enum_cmp(void) { return access_device_control_read_state() == ACCESS_STATE_RUN; }
uint8_t a11_array_field(uint8_t channel) { return access_device_channel_setup_read_gain(channel); }
uint64_t a12_u64_read(void) { return access_device_stamp_read().bits; }
uint32_t a12s_straddle_read(void) { return access_device_stamp_read_sequence(); }
#if defined __AVR__
void a13_avr_sbi(void) { access_port_data_set_lamp(true); }
void a13b_avr_cbi(void) { access_port_data_set_lamp(false); }
#endif
