/* Blocks of bytes through a pointer: each function makes one access through the generated header, and is counted. */
#include <stdbool.h>
#include <stdint.h>

#include ACCESS_HEADER

void a01_set_bit(access_memory_t *memory) { access_memory_set_control_enable(memory, true); }
void a02_field_write(access_memory_t *memory, uint8_t level) { access_memory_set_control_level(memory, level); }
void a02c_field_write_const(access_memory_t *memory) { access_memory_set_control_level(memory, 9); }
uint8_t a03_field_read(const access_memory_t *memory) { return access_memory_get_control_level(memory); }
int16_t a04_signed_read(const access_memory_t *memory) { return access_memory_get_control_trim(memory); }
void a05_three_rmw(access_memory_t *memory, uint8_t mode, uint8_t level, uint8_t divisor)
{
    access_memory_set_control_mode(memory, mode);
    access_memory_set_control_level(memory, level);
    access_memory_set_control_divisor(memory, divisor);
}
void a05c_three_rmw_const(access_memory_t *memory)
{
    access_memory_set_control_mode(memory, 2);
    access_memory_set_control_level(memory, 9);
    access_memory_set_control_divisor(memory, 7);
}
uint16_t a07r_span12_read(const access_record_t *record) { return access_record_get_count(record); }
void a07w_span12_write(access_record_t *record, uint16_t count) { access_record_set_count(record, count); }
uint16_t a08_be16_read(const access_record_t *record) { return access_record_get_level(record); }
void a09_bool_toggle(access_record_t *record) { access_record_toggle_flags_dirty(record); }
bool a10_enum_cmp(const access_memory_t *memory) { return access_memory_get_control_state(memory) == ACCESS_STATE_RUN; }
uint8_t a11_array_field(const access_memory_t *memory, uint8_t channel)
{
    return access_memory_get_channel_setup_gain(memory, channel);
}
uint64_t a12_u64_read(const access_memory_t *memory) { return access_memory_get_stamp(memory); }
uint32_t a12s_straddle_read(const access_memory_t *memory) { return access_memory_get_parts_sequence(memory); }
