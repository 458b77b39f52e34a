#!/usr/bin/env python3
"""The store's object for Cortex-M0 goes in; what each piece of its code takes comes out, in bytes: lines of a table."""
import subprocess
import sys

PIECES = (
    ("reading entries, whose check values prove place and sequence", "store_u32 store_crc store_fail store_read align is_odd "
     "age_of seed sector_at store_part_bytes store_kind_of store_full_payload parse store_read_lead store_read_entry"),
    ("sectors' headers; one flipped bit in them is mended", "header_unit store_mark_offset store_header_bytes is_filled "
     "header_crc is_mended store_read_header store_renew"),
    ("erasing, verified; sectors that take no erase or program are left out", "store_erase retire store_erase_sector"),
    ("programming, verified: by pages and units; copies that keep damage visible", "store_program store_program_zeros "
     "lead_bytes entry_bytes flush emit emit_u16 emit_payload program_entry verify append item_value_byte item_at"),
    ("the table of the layout on the medium, and whether it has grown", "table_bytes table_byte item_table_byte write_table "
     "compare_layout mount_table"),
    ("the index", "store_slots store_set_place store_place store_is_record next_in_sector store_is_live store_live_bytes "
     "is_forgettable index_entry"),
    ("room: collection of the emptiest sector, even wear, late sectors", "store_survey store_open_sector store_move "
     "store_move_all collect move_late store_make_room store_append store_slack"),
    ("walks over sectors, past damage", "store_walk_begin store_walk_next visit_sector store_visit_sectors"),
    ("mounting, with repair of what a cut left", "confirm clear_tail mount_head mount_headers mount_kinds mount_once mount"),
    ("calls: open, put, get, remove; another try where a sector fails", "mr_store_open store_begin store_begin_record "
     "write_value store_change change mr_store_put mr_store_get mr_store_remove"),
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
