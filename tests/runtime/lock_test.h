/* Locks of the runtime go in; how deep and how often they were taken comes out. */
#ifndef LOCK_TEST_H
#define LOCK_TEST_H

extern unsigned lock_depth, deepest_lock;

#define MR_LOCK()                                                                                                      \
    unsigned depth_before = lock_depth++;                                                                              \
    if (lock_depth > deepest_lock)                                                                                     \
        deepest_lock = lock_depth
#define MR_UNLOCK() lock_depth = depth_before

#endif
