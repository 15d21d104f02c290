#include "core/sim/large_pages.hpp"

#include <new>

#ifdef __linux__
#include <sys/mman.h>
#endif

namespace firn::sim {

namespace {

constexpr std::align_val_t kAlignment{kLargePage};

void provide_in_one_step([[maybe_unused]] void* page) {
#ifdef __linux__
    // Advice only: where it is refused, pages come one by one.
    static_cast<void>(madvise(page, kLargePage, MADV_HUGEPAGE));
#endif
}

}  // namespace

void* allocate_large_page(bool at_once) {
    void* page = ::operator new(kLargePage, kAlignment);
    if (at_once) provide_in_one_step(page);
    return page;
}

void free_large_page(void* page) noexcept { ::operator delete(page, kLargePage, kAlignment); }

}  // namespace firn::sim
