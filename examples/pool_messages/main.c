/* Messages of several lengths go into a pool and a queue; what happens to the pool while they are sent, compacted and
 * looked for comes out as text. The same on every machine. */
#include "pool_messages.h"
#include "pool_messages_glue.h"

#include "machine.h"

/* ---- A queue of handles: a handle is a number, so a queue is an array of numbers. */

enum { QUEUE_LENGTH = 8 };

static mr_handle_t queue[QUEUE_LENGTH];
static unsigned queue_first, queue_count;

static bool queue_put(mr_handle_t message)
{
    if (queue_count == QUEUE_LENGTH)
        return false;
    queue[(queue_first + queue_count++) % QUEUE_LENGTH] = message;
    return true;
}

static mr_handle_t queue_take(void)
{
    mr_handle_t message = queue[queue_first];
    queue_first = (queue_first + 1u) % QUEUE_LENGTH;
    queue_count--;
    return message;
}

/* ---- Messages: a header, then bytes that all depend on the message's number. */

static bool receive(app_kind_t kind, uint8_t number, uint16_t length)
{
    mr_handle_t message = app_messages_alloc(APP_HEADER_SIZE + (size_t)length);
    uint8_t *bytes = (uint8_t *)app_messages_pin(message);
    app_header_t header;

    if (!bytes)
        return false;   /* 0 is no handle: pinning it gives NULL, too */
    header.kind = kind;
    header.number = number;
    header.length = length;
    app_header_pack(bytes, &header);
    for (unsigned at = 0; at < length; at++)
        bytes[APP_HEADER_SIZE + at] = (uint8_t)(number * 31u + at);
    app_messages_unpin(message);
    return queue_put(message);
}

/* Is the message still what `receive` wrote? */
static bool is_whole(mr_handle_t message, const app_header_t *header)
{
    for (unsigned at = 0; at < header->length; at++) {
        uint8_t byte;
        if (app_messages_read(message, APP_HEADER_SIZE + at, &byte, 1) != MR_OK || byte != (uint8_t)(header->number * 31u + at))
            return false;
    }
    return true;
}

static void put_message(const char *what, mr_handle_t message)
{
    uint8_t first[APP_HEADER_SIZE];
    app_header_t header;

    machine_put(what);
    if (app_messages_read(message, 0, first, sizeof first) != MR_OK) {
        machine_put("nothing\n");
        return;
    }
    app_header_unpack(&header, first);
    machine_put(app_kind_name(header.kind));
    machine_put(" ");
    machine_put_number(header.number);
    machine_put(", ");
    machine_put_number(header.length);
    machine_put(is_whole(message, &header) ? " bytes\n" : " bytes, damaged\n");
}

static void put_status(const char *what, mr_status_t status)
{
    machine_put(what);
    machine_put(mr_status_text(status));
    machine_put("\n");
}

static void put_statistics(const char *when)
{
    mr_pool_statistics_t statistics = app_messages_statistics();

    machine_put(when);
    machine_put_number(statistics.live_objects);
    machine_put(" messages, ");
    machine_put_number(statistics.free_blocks);
    machine_put(" blocks free, ");
    machine_put_number(statistics.largest_free_blocks);
    machine_put(" of them adjacent\n");
}

/* Sends the oldest message and forgets it. */
static void send_oldest(void)
{
    mr_handle_t message = queue_take();

    put_message("sent ", message);
    app_messages_free(&message);
}

/* ---- What an idle loop does: little by little, so that nobody waits for long. */

static mr_status_t make_room(void)
{
    enum { MOST_BLOCKS = 4 };   /* that one call copies: 128 bytes here; the longest message that is to be moved */
    mr_status_t status;
    unsigned calls = 0;

    do {
        status = app_messages_compact(MOST_BLOCKS);
        calls++;
    } while (status == MR_BUSY);
    machine_put("compact, ");
    machine_put_number(calls);
    put_status(calls == 1 ? " call: " : " calls: ", status);
    return status;
}

int main(void)
{
    mr_handle_t in_flight, stale;
    app_retry_t *retry;

    if (app_init() != MR_OK)
        return 1;
    receive(APP_KIND_READING, 1, 20);
    receive(APP_KIND_PICTURE, 2, 90);
    receive(APP_KIND_ALARM, 3, 10);
    receive(APP_KIND_PICTURE, 4, 100);
    receive(APP_KIND_READING, 5, 28);
    put_statistics("received: ");

    /* The second one goes to a DMA controller: its address must stay. It is tried again until it is answered. */
    send_oldest();
    in_flight = queue_take();
    app_messages_pin(in_flight);
    retry = app_retries_alloc();
    if (!retry)
        return 1;
    retry->message = in_flight;
    retry->tries = 1;
    send_oldest();
    put_statistics("holes: ");
    put_status("a picture of 124 bytes: ", receive(APP_KIND_PICTURE, 6, 124) ? MR_OK : MR_NO_SPACE);

    /* What is pinned stays where it is; the others move around it. */
    make_room();
    app_messages_unpin(in_flight);
    make_room();
    put_statistics("compacted: ");
    put_status("a picture of 124 bytes: ", receive(APP_KIND_PICTURE, 6, 124) ? MR_OK : MR_NO_SPACE);

    /* Answered: both are given back. A handle that was kept too long is refused, not believed. */
    stale = retry->message;
    put_message("answered: ", stale);
    app_messages_free(&in_flight);
    app_retries_free(&retry);
    put_status("free it again: ", app_messages_free(&stale));

    /* A fault to look for: message 4 is taken, and forgotten. */
    queue_take();
    while (queue_count > 0)
        send_oldest();
    for (mr_handle_t lost = app_messages_next(0); lost != 0; lost = app_messages_next(lost))
        put_message("never freed: ", lost);
    put_statistics("at the end: ");
    return 0;
}
