# Made from views.mr by memregc 0.1.0; fingerprint 0xB79C88A4. Do not edit: edit the layout.
meta:
  id: views
  endian: le
  bit-endian: le
doc: 'What other tools show of a layout: <every> view & its forms.'
instances:
  # in an image of region sram
  boot:
    pos: 0
    size: 16
    type: boot
  # in an image of region sram
  kept:
    pos: 16
    size: 7
    type: kept
    repeat: expr
    repeat-expr: 2
  # in an image of region fixed
  forms:
    pos: 0
    size: 30
    type: forms
    repeat: expr
    repeat-expr: 3
enums:
  mode:
    0: 'off'
    1: 'heat'
    2: 'cool'
    7: 'fault'
types:
  boot:
    doc: 'The linker chooses its place.'
    instances:
      first_run_place:
        pos: 0
        type: first_run_at
      first_run:
        value: first_run_place.value
      mode_place:
        pos: 0
        type: mode_at
      mode:
        value: mode_place.value
      resets:
        pos: 1
        type: u2le
        doc: 'since it was made'
      owner:
        pos: 3
        size: 5
        type: str
        encoding: UTF-8
        terminator: 0
      guard_version:
        pos: 13
        type: u1
      guard_crc:
        pos: 14
        type: u2le
    types:
      first_run_at:
        instances:
          bits:
            pos: 0
            size: 1
            type: first_run_bits
          value:
            value: bits.value
      first_run_bits:
        seq:
          - id: value
            type: b1le
      mode_at:
        instances:
          bits:
            pos: 0
            size: 1
            type: mode_bits
          value:
            value: bits.value
      mode_bits:
        seq:
          - id: skipped
            type: b1le
            repeat: expr
            repeat-expr: 1
          - id: value
            type: b3le
            enum: mode
  kept:
    doc: 'Twice.'
    instances:
      count:
        pos: 0
        type: u4le
      guard_version:
        pos: 5
        type: u1
      guard_crc:
        pos: 6
        type: u1
  forms:
    instances:
      bits_place:
        pos: 0
        type: bits_at
      bits:
        value: bits_place.value
      signed_bits:
        pos: 0
        type: signed_bits_at(_index)
        repeat: expr
        repeat-expr: 4
      odd_place:
        pos: 0
        type: odd_at
      odd:
        value: odd_place.value
      points_x:
        pos: 0
        type: points_x_at(_index)
        repeat: expr
        repeat-expr: 2
      points_y:
        pos: 0
        type: points_y_at(_index)
        repeat: expr
        repeat-expr: 2
      fixed_point:
        pos: 18
        type: s2le
      ratio:
        pos: 20
        type: f4le
      millivolts:
        pos: 24
        type: u2be
      raw:
        pos: 26
        size: 4
    types:
      bits_at:
        instances:
          bits:
            pos: 0
            size: 2
            type: bits_bits
          value:
            value: bits.value
      bits_bits:
        seq:
          - id: value
            type: b12le
      signed_bits_at:
        params:
          - id: index
            type: u4
        instances:
          bits:
            pos: 0
            size: 3
            type: signed_bits_bits(index)
          value:
            value: 'bits.value >= 4 ? bits.value - 8 : bits.value + 0'
      signed_bits_bits:
        params:
          - id: index
            type: u4
        seq:
          - id: skipped
            type: b1le
            repeat: expr
            repeat-expr: 12 + index % 4 * 3
          - id: value
            type: b3le
      odd_at:
        instances:
          bits:
            pos: 3
            size: 5
            type: odd_bits
          value:
            value: bits.value
      odd_bits:
        seq:
          - id: value
            type: b40le
      points_x_at:
        params:
          - id: index
            type: u4
        instances:
          bits:
            pos: 8 + index / 1 % 2 * 5
            type: s2le
          value:
            value: bits
      points_y_at:
        params:
          - id: index
            type: u4
        instances:
          bits:
            pos: 10 + index / 1 % 2 * 5
            size: 3
            type: points_y_bits
          value:
            value: bits.value
      points_y_bits:
        seq:
          - id: value
            type: b24le
