/* How records are searched by their key, a prefix of 1 to 3 bytes and an id of 32 bits: the modes that the store and the
 * reader of StorageAT images share. */
#ifndef MEMREG_FIND_H
#define MEMREG_FIND_H

/* An empty prefix stands for every prefix. Every id counts, 0 and 0xFFFFFFFF too. */
typedef enum mr_find {
    MR_FIND_EQUAL = 1,       /* this id */
    MR_FIND_NEXT = 2,        /* the least id above this one */
    MR_FIND_MIN = 3,         /* the least id */
    MR_FIND_MAX = 4,         /* the greatest id */
    MR_FIND_EMPTY = 5        /* a free place */
} mr_find_t;

#endif
