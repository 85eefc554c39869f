// libzmq and the few Linux calls that Swift's Glibc module hides.
#include <zmq.h>
#include <sys/eventfd.h>
#include <pthread.h>
#include <unistd.h>
#include <errno.h>

// Draft-only names in zmq.h that the stable library accepts by number (docs/omwegen.md).
#define WEGWIJS_ZMQ_ZAP_ENFORCE_DOMAIN 93

static inline int wegwijs_eventfd(void) { return eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC); }
