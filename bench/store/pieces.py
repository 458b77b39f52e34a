#!/usr/bin/env python3
"""The store's object for Cortex-M0 goes in; what each piece of its code takes comes out, in bytes: lines of a table."""
import subprocess
import sys

PIECES = (
    ("reading and programming bytes, by pages and units; blank checks", "store_fail store_forgive store_u32 store_put_u32 "
     "store_read store_is_blank store_program store_program_zeros align"),
    ("entries: read, programmed, verified, copied with their damage; check values prove place and sequence", "store_crc is_odd "
     "even age_of seed sector_at left_at store_part_bytes store_kind_of full_payload measure parse store_begin_entry store_read_lead "
     "store_new_entry compose pass store_transfer store_is_whole store_append"),
    ("sectors' headers; one flipped bit in them is mended", "header_unit store_mark_offset store_header_bytes "
     "header_crc is_mended store_read_header store_renew"),
    ("erasing, verified; sectors that take no erase or program are left out", "store_erase retire store_erase_sector"),
    ("the table of the layout on the medium, and whether it has grown", "table_bytes table_byte entry_table_byte append_table "
     "renew_table compare_layout"),
    ("the index", "store_slots store_set_place store_place store_is_record next_in_sector store_live_bytes "
     "is_forgettable index_entry forget_places"),
    ("room: collection of the emptiest sector, even wear, late sectors", "store_survey store_open_sector store_move "
     "store_move_all collect move_late store_make_room store_slack"),
    ("walks over sectors, past damage", "store_walk_begin store_walk_next store_visit_sectors"),
    ("mounting, with repair of what a cut left", "confirm clear_tail mount_log mount_headers mount_kinds mount_once mount settle"),
    ("calls: open, put, get, remove; another try where a sector fails", "is_possible mr_store_open close_failed store_begin "
     "store_begin_record value_byte append_value write_value slot_of change read_value mr_store_put mr_store_get mr_store_remove"),
)


def sizes(path):
    lines = subprocess.run(["arm-none-eabi-nm", "-S", "-t", "d", path], check=True, stdout=subprocess.PIPE,
                           universal_newlines=True).stdout.splitlines()
    fields = [line.split() for line in lines]
    return {field[3].split(".")[0]: int(field[1]) for field in fields if len(field) == 4 and field[2] in "tT"}


def main():
    bytes_of = sizes(sys.argv[1])
    for name, functions in PIECES:
        print("| %s | %d |" % (name, sum(bytes_of.pop(function, 0) for function in functions.split())))
    bytes_of.pop("mr_store_format", None)
    if bytes_of:
        sys.exit("pieces.py does not know " + ", ".join(bytes_of))


main()
